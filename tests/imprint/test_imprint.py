"""The imprint: a right paper of each profile, and each slip in it, at its place."""

from pathlib import Path

import pytest

from tests.imprint.paper import INTERNAL, NEWSPAPER, PERIODICAL, findings, told

HEAD = "bulletin.yaml:4:10"
PERMIT = "bulletin.yaml:5:18"


@pytest.mark.parametrize("paper", [INTERNAL, NEWSPAPER, PERIODICAL])
def test_a_right_paper_has_no_finding(paper: dict[str, str], tmp_path: Path) -> None:
    assert told(tmp_path, paper) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("溪口院讯", "溪口院报",
         'bulletin.yaml:2:7: error[imp-name]: internal material may not be called "溪口院报"'),
        ("字第0456号", "字第××号", f"{PERMIT}: error[imp-permit]: the permit number"),
        ('"{publication.permit.number}"', "准印证",
         f'{PERMIT}: error[imp-permit]: page 1 does not print the permit number "（禾）内'),
        ("内部资料，免费交流", "内部交流", f"{HEAD}: error[imp-free]: page 1 does not print"),
        ("内部资料，免费交流", "内部资料　免费交流",
         'layouts/front.yaml:14:16: warning[imp-free]: it prints "内部资料　免费交流"'),
        ("印　数：800册", "印　数：××", f"{HEAD}: error[imp-who]: the number of copies (印数) not printed"),
        ("发送对象：本院职工", "发送对象：", f"{HEAD}: error[imp-who]: whom it is sent to (发送对象) not printed"),
        ("发送对象：本院职工　", "", f"{HEAD}: error[imp-who]: whom it is sent to (发送对象) not printed"),
        ("编印单位：溪口农科院　", "主办：溪口农科院　",
         f"{HEAD}: error[imp-who]: who edits it (编印单位) not printed"),
        ("第{issue.number}期", "新一期", f'{HEAD}: error[imp-number]: the number of the issue, "第10期", is'),
        (", number: 10, total: 130", "",
         "content/1/issue.yaml:1:1: error[imp-number]: issue.yaml has no number"),
        ("{issue.date:Y年M月D日}", "2026年9月30日",
         'layouts/front.yaml:16:17: error[imp-date]: page 1 prints the date "2026年9月30日"'),
        ("溪口院讯, trim", "溪口通讯, trim",
         f'{PERMIT}: error[imp-one]: the name is "溪口院讯"; the permit says "溪口通讯"'),
        ("trim: A4, period", "trim: A3, period",
         f'{PERMIT}: error[imp-one]: the size is "210 × 297 mm"; the permit says "297 × 420 mm"'),
        ("period: 月刊", "period: 季刊",
         'layouts/front.yaml:16:37: error[imp-one]: the period is "月刊"; the permit says "季刊"'),
        ("印刷单位：溪口印务", "印刷单位：北溪印刷厂", f'{PERMIT}: error[imp-one]: the printer is "北溪印刷厂"'),
        (", printer: 溪口印务", "", f"{PERMIT}: hint[imp-printer]: "),
        ("2026-12-31", "2026-09-30",
         f"{PERMIT}: error[imp-valid]: 2026-10-30 is not within the term"),
        ("byline: 王小禾", "byline: 本报记者　王小禾",
         'content/1/one.md:3:9: error[imp-words]: internal material may not say "本报记者'),
        ("溪口试验站完成", "本报讯　溪口试验站完成",
         'content/1/one.md:5:1: error[self-name]: internal material may not call itself "本报'),
        ("溪口试验站完成", "“本刊已发”，完成", 'content/1/one.md:5:2: hint[self-name]: a quotation says "本刊"'),
        ("溪口试验站完成", "省城某杂志社完成",
         'content/1/one.md:5:4: hint[imp-words]: internal material may not say "杂志社"'),
        ("溪口试验站完成", "欢迎征订，完成", 'content/1/one.md:5:3: hint[imp-sale]: a story says "征订"'),
        ("印刷单位：溪口印务", "印刷单位：溪口印务　定价：2元",
         "layouts/front.yaml:20:47: error[imp-sale]: internal material may not"),
    ],
)  # fmt: skip
def test_a_slip_of_internal_material(old: str, new: str, line: str, tmp_path: Path) -> None:
    (only,) = told(tmp_path, INTERNAL, (old, new))
    assert only.startswith(line)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("size: 40pt", "size: 9pt", "error[imp-masthead]: the name is 9 pt, "),
        ('"{publication.name}"', "溪口新报",
         'error[imp-masthead]: page 1 does not print the name "溪口农业报"'),
        ("CN 42-0456", "CN 42-1456",
         '"CN 42-1456" is no CN number of a newspaper: region 10–65, serial 0001–0999'),
        ("主办单位：", "CN 42-0457　主办单位：",
         'error[imp-cn]: two CN numbers, "CN 42-0456" and "CN 42-0457"'),
        ("　定价：1.00元", "", "error[imp-registered]: the price (定价) not printed"),
        ("本期1版", "", "error[imp-registered]: the number of pages (版数) not printed"),
        ("（溪口市南路3号）", "", "error[imp-registered]: the printer's address (印刷单位的地址) not printed"),
        ("　社址：溪口市北街1号　电话：5550101", "", "the address (地址), telephone or mail (电话或邮箱) not printed"),
        ("front, put: {lead: one}}", "front, put: {lead: one}}\n  - {layout: front}",
         "error[imp-folio]: page 2 prints no page number"),
    ],
)  # fmt: skip
def test_a_slip_of_a_newspaper(old: str, new: str, line: str, tmp_path: Path) -> None:
    (only,) = told(tmp_path, NEWSPAPER, (old, new))
    assert line in only


def test_a_periodical_has_serials_and_parts_of_its_own(tmp_path: Path) -> None:
    lines = told(tmp_path, PERIODICAL, ("CN 42-1456/S", "CN 42-0456"), ("主编：林溪", "林溪"))
    assert [line.partition(": ")[2] for line in lines] == [
        "error[imp-registered]: the chief editor (主编) not printed",
        'error[imp-cn]: "CN 42-0456" is no CN number of a periodical: region 10–65, serial 1000–5999',
    ]


@pytest.mark.parametrize(
    "words",
    [
        "以下数字见本报告，样本报送院部，请按基本报价结算，日本报道过，本刊物资料室也有。",
        "他答记者问时说，记者了解到秋播已经完成，记者节那天再来，小记者团也来了，记者昨天走进田间。",
        "省里的广告公司、制定价格的部门和定价机制研究组到场，协办方也来了。",
    ],
)
def test_words_that_only_look_so(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, INTERNAL, ("溪口试验站完成秋播。", words)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("byline: 王小禾", "byline: 见习记者　王小禾"),
        ("byline: 王小禾", "byline: 本刊记者"),
        ("秋播。", "秋播。（记者 王小禾）"),
        ("溪口试验站完成秋播", "记者欧阳明从溪口试验站获悉，秋播完成"),
    ],
)
def test_reporters_of_its_own_are_errors(old: str, new: str, tmp_path: Path) -> None:
    (only,) = findings(tmp_path, INTERNAL, (old, new))
    assert (only.severity, only.code) == ("error", "imp-words")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("印刷日期：2026年10月28日", "印刷日期：二〇二六年十月"),
        ("编印单位：溪口农科院　", "溪口农科院编印　"),
        ("印刷单位：溪口印务", "承印：溪口印务"),
        ("　印　数：800册", "　印数800份"),
        ("第{issue.number}期", "总第{issue.total}期"),
        ("{issue.date:Y年M月D日}　月刊", "{issue.date:YYYY-MM-DD}　月刊　1958年10月1日创刊"),
        ("（禾）内资准字第0456号, name", "(禾)内资准字第0456号, name"),
    ],
)
def test_other_forms_that_say_the_same(old: str, new: str, tmp_path: Path) -> None:
    assert told(tmp_path, INTERNAL, (old, new)) == []


@pytest.mark.parametrize("words", ["《农民日报》转载", "工作简报", "欢迎关注订阅号", "月刊", "气象预报"])
def test_furniture_that_names_something_else(words: str, tmp_path: Path) -> None:
    head = ("  imprint:\n", f"  folio: {{at: top, text: {words}}}\n  imprint:\n")
    assert told(tmp_path, INTERNAL, head) == []


@pytest.mark.parametrize("words", ["《北溪日报》记者陆远", "新华社记者陆远", "“记者陆远”"])
def test_reporters_of_other_papers_are_a_hint(words: str, tmp_path: Path) -> None:
    (only,) = findings(tmp_path, INTERNAL, ("溪口试验站完成", words + "说，试验站完成"))
    assert (only.severity, only.code) == ("hint", "imp-words")


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("溪口简讯", False),
        ("溪口 院 报", True),
        ("溪口季刊", True),
        ("溪口杂志", True),
        ("溪口学报", True),
        ("溪口报道", False),
    ],
)
def test_names_that_the_law_refuses(name: str, named: bool, tmp_path: Path) -> None:
    found = findings(tmp_path, INTERNAL, ("name: 溪口院讯\npub", f"name: {name}\npub"), ("name: 溪口院讯, ", ""))
    assert ("imp-name" in [finding.code for finding in found]) is named


def test_a_running_head_with_the_old_name_is_found(tmp_path: Path) -> None:
    head = ("  imprint:\n", "  folio: {at: top, text: 《溪口院报》　岭上副刊　喜报}\n  imprint:\n")
    (only,) = told(tmp_path, INTERNAL, head)
    assert only.startswith("layouts/front.yaml:17:27: error[imp-name]: ")


def test_a_permit_without_number_is_compared_all_the_same(tmp_path: Path) -> None:
    number = ("number: （禾）内资准字第0456号, ", "")
    line = ('"{publication.permit.number}"', "（禾）内资准字第0456号")
    assert told(tmp_path, INTERNAL, number, line) == []
    lines = told(tmp_path, INTERNAL, number, line, ("2026-12-31", "2026-10-01"))
    assert [each.partition(": ")[2][:16] for each in lines] == ["error[imp-valid]"]


def test_the_permit_may_be_a_line_of_text(tmp_path: Path) -> None:
    line = "permit: （禾）内资准字第0456号"
    whole = INTERNAL["bulletin.yaml"].partition("permit: ")[2]
    number = ("{publication.permit.number}", "{publication.permit}")
    assert told(tmp_path, INTERNAL, ("permit: " + whole, line + "\n"), number) == []
    assert [
        line.partition(": ")[2] for line in told(tmp_path, INTERNAL, ("permit: " + whole, "permit: 内部\n"), number)
    ] == ["error[imp-permit]: page 1 prints no number of a permit"]


@pytest.mark.parametrize(("profile", "count"), [("imprint: none", 0), ("language: zh", 1)])
def test_a_paper_that_does_not_say_gets_one_hint(profile: str, count: int, tmp_path: Path) -> None:
    found = told(tmp_path, INTERNAL, ("imprint: internal", profile), ("印　数：800册", "定价：3元"))
    assert [line.partition(", and")[0] for line in found] == [
        'bulletin.yaml:2:7: hint[imp-unset]: the paper says "内资准字"'
    ] * count


def test_a_paper_without_any_of_it_hears_nothing(tmp_path: Path) -> None:
    plain = (
        '    lines:\n      - {text: "{publication.permit.number}"}\n      - {text: 内部资料，免费交流}\n',
        "    lines:\n",
    )
    assert told(tmp_path, INTERNAL, ("imprint: internal\n", ""), plain) == []


def test_a_series_has_an_imprint_of_its_own(tmp_path: Path) -> None:
    series = ("publisher: 溪口", "series: {jb: {name: 溪口简报, imprint: none}}\npublisher: 溪口")
    of_it = ("{id: 1, ", "{id: 1, series: jb, ")
    assert told(tmp_path, INTERNAL, series, of_it) == []
    inherits = ("name: 溪口简报, imprint: none", "name: 溪口简报")
    assert "imp-name" in [finding.code for finding in findings(tmp_path, INTERNAL, series, of_it, inherits)]
