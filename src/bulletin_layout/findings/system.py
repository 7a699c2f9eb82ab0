"""Reasons given by the operating system (系统错误), in both languages."""

from errno import (
    EACCES,
    EADDRINUSE,
    EADDRNOTAVAIL,
    EBUSY,
    EEXIST,
    EFBIG,
    EIO,
    EISDIR,
    ELOOP,
    EMFILE,
    ENAMETOOLONG,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    ENOTEMPTY,
    EPERM,
    EROFS,
)
from typing import Final

from bulletin_layout.findings.phrases import Phrase, as_written

#: In Chinese, the errors that reading and writing files meets; the English words are the system's own.
_IN_CHINESE: Final = {
    ENOENT: "没有这个文件或文件夹",
    EACCES: "没有权限",
    EPERM: "没有权限",
    ENOSPC: "磁盘满了",
    EROFS: "磁盘或文件夹是只读的",
    EISDIR: "这是文件夹，不是文件",
    ENOTDIR: "路径中有一段是文件，不是文件夹",
    EEXIST: "已经有同名的文件或文件夹",
    ENOTEMPTY: "文件夹不是空的",
    ENAMETOOLONG: "文件名太长",
    EBUSY: "文件正被别的程序使用",
    EFBIG: "文件太大",
    EMFILE: "打开的文件太多",
    ELOOP: "符号链接绕成了圈",
    EIO: "磁盘读写出错",
    EADDRINUSE: "正被别的程序使用",
    EADDRNOTAVAIL: "这台机器没有这个地址",
}


def reason_of(problem: OSError) -> Phrase:
    """Why the system refused to read or write a file. An error that is not in the list stays in its language."""
    words = problem.strerror or str(problem)
    chinese = _IN_CHINESE.get(problem.errno) if problem.errno is not None else None
    return Phrase(chinese, "{words}", (("words", words),)) if chinese is not None else as_written(words)
