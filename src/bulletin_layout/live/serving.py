"""Serves a session to browsers: adapter of Starlette and uvicorn (服务)."""

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Final
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route as Routed
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import live as said
from bulletin_layout.live.answers import Params, Refusal, Reply, answer
from bulletin_layout.live.guard import HEADERS, Guard
from bulletin_layout.live.routes import ROUTES, Route, unknown
from bulletin_layout.live.session import Session
from bulletin_layout.live.watching import watch

#: What a browser may post at most, in bytes: as JSON, as a file.
_MOST_JSON: Final = 1_000_000
_MOST_FILE: Final = 200_000_000
#: A sign of life for browsers, and for what stands between, so many seconds apart.
_ALIVE: Final = 15.0
#: How long, in seconds, open answers may take to end when the server stops.
_ENDING: Final = 1


def serve(session: Session, guard: Guard, listening: socket.socket) -> None:
    """Build, watch and serve until the session is closed, or a signal ends it, which is then raised again."""
    threads = [Thread(target=task, daemon=True) for task in (session.run, partial(watch, session))]
    for thread in threads:
        thread.start()
    try:
        asyncio.run(_serve(session, app_of(session, guard), listening))
    finally:
        session.close()
        for thread in threads:
            thread.join(_ENDING)


async def _serve(session: Session, app: ASGIApp, listening: socket.socket) -> None:
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_ENDING,
    )
    server = uvicorn.Server(config)

    async def closing() -> None:
        """The server and the session end together: open answers first, since the server waits for them."""
        while not (server.should_exit or session.closed.is_set()):
            await asyncio.sleep(0.05)
        session.close()
        server.should_exit = True

    task = asyncio.create_task(closing())
    try:
        await server.serve([listening])
    finally:
        task.cancel()


def app_of(session: Session, guard: Guard, routes: Sequence[Route] = ROUTES) -> ASGIApp:
    """The session as an ASGI application."""
    routed = [Routed(f"/{route.path}", _endpoint(session, route), methods=[route.method]) for route in routes]
    events = Routed("/events", partial(_events, session), methods=["GET"])
    inner = Starlette(routes=[*routed, events], exception_handlers={404: _refused(session), 405: _refused(session)})

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        sent = partial(_with_headers, send)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        below, (at, _) = guard.path(scope["path"]), scope["server"]
        if below is None or not guard.admits(scope["method"], headers, at):
            status = 404 if below is None else 403
            await _response(unknown(scope["path"] if below is None else scope["method"], status), session)(
                scope, receive, sent
            )
            return
        await inner({**scope, "path": f"/{below}", "raw_path": None, "root_path": ""}, receive, sent)

    return guarded


async def _with_headers(send: Send, message: Message) -> None:
    if message["type"] == "http.response.start":
        own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
        message = {**message, "headers": [*message["headers"], *own]}
    await send(message)


def _endpoint(session: Session, route: Route) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if route.writes and session.readonly:
            return _response(Refusal((said.read_only(Location("")),), 403), session)
        params = await _params(request, route)
        reply = unknown(route.path, 400) if params is None else await run_in_threadpool(_reply, route, session, params)
        return _response(reply, session)

    return endpoint


def _reply(route: Route, session: Session, params: Params) -> Reply:
    """What a route replies. A parameter that is missing, or of another kind, is a request that is not understood."""
    try:
        return route.reply(session, params)
    except (KeyError, ValueError, TypeError) as problem:
        if os.environ.get("BULLETIN_DEBUG"):
            raise
        return unknown(f"{route.path}: {problem}", 400)


async def _params(request: Request, route: Route) -> Params | None:
    """The parameters of a request: those of its path go before those that were posted; None: it cannot be read."""
    posted: object = {}
    if request.method == "POST":
        data = bytearray()
        async for part in request.stream():
            data += part
            if len(data) > (_MOST_FILE if route.file else _MOST_JSON):
                return None
        if route.file:
            return {**request.query_params, "file": bytes(data)}
        try:
            posted = json.loads(data or b"{}")
        except (ValueError, RecursionError):
            return None
    if not isinstance(posted, dict):
        return None
    return {**request.query_params, **posted, **request.path_params}


def _response(reply: Reply, session: Session) -> Response:
    found = answer(reply, session.language)
    headers = {"Cache-Control": "private, max-age=31536000, immutable" if found.lasting else "no-store"}
    if found.name:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    return Response(found.data, found.status, headers, found.media)


def _refused(session: Session) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def refused(request: Request, _problem: Exception) -> Response:
        return _response(unknown(request.url.path), session)

    return refused


async def _events(session: Session, _request: Request) -> Response:
    return StreamingResponse(_stream(session), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _stream(session: Session) -> AsyncIterator[bytes]:
    """The views of a session from now on. Who is slow gets the newest, not all that he missed."""
    loop, news = asyncio.get_running_loop(), asyncio.Event()

    def listener() -> None:
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(news.set)

    end = session.listen(listener)
    revision, busy, extras = 0, False, b""
    try:
        while not session.closed.is_set():
            news.clear()
            view = session.view
            if view is not None and view.revision != revision:
                event, revision, extras = view.event(extras), view.revision, view.extras
                yield _event("view", event)
            if session.busy != busy:
                busy = session.busy
                yield _event("busy", b"true" if busy else b"false")
            try:
                await asyncio.wait_for(news.wait(), _ALIVE)
            except TimeoutError:
                yield b":\n\n"
        yield _event("gone", b"true")
    finally:
        end()


def _event(name: str, data: bytes) -> bytes:
    """An event; ``data`` has no line ends."""
    return b"event: %s\ndata: %s\n\n" % (name.encode(), data)
