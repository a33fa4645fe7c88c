"""A Word draft made by python-docx, marked, and read again as Word and tieout read it."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.check import Check, Operand, Ref
from tieout.model.workpaper import Workpaper, conclude
from tieout.reports import rendered, report

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(draft: Document) -> bytes:
    held = io.BytesIO()
    draft.save(held)
    return held.getvalue()


def draft() -> Document:
    """A draft with a figure in each kind of place."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Draft 7 of 9"
    made.add_heading("Acme reports results", 1)
    said = made.add_paragraph("Revenue was $7.")
    bold = said.add_run("2 mil")
    bold.bold, bold.font.size = True, Pt(13)
    said.add_run("lion, up 145% from 2.9 million.")
    made.add_comment(bold, "Is this final?", author="Ann", initials="AN")
    made.add_paragraph("Backlog was 10.4 million.", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Revenue", "7,219", "Cost", "(7,975)"),
        strict=True,
    ):
        cell.text = words
    changed = made.add_paragraph("Cash of ")
    changed._p.append(
        parse_xml(f'<w:ins {W} w:id="90" w:author="Bo"><w:r><w:t>$46.3 million</w:t></w:r></w:ins>')
    )
    changed._p.append(
        parse_xml(
            f'<w:del {W} w:id="91" w:author="Bo"><w:r><w:delText>$44 million</w:delText></w:r>'
            "</w:del>"
        )
    )
    return made


def checked(
    raw: bytes, *wrong: str, leads: tuple[str, ...] = (), name: str = "d.docx"
) -> Workpaper:
    """The workpaper in which these figures differ, and these are leads."""
    release = read(name, raw)
    figures = release.document.figures

    def check(text: str, *, is_lead: bool) -> Check:
        number = next(n for n, figure in enumerate(figures) if figure.text == text)
        return Check(
            "FT001", "total-does-not-foot", "F", "not-tested" if is_lead else "differs", "error",
            Ref(0, number), (Operand(Ref(0, 0)), Operand(Ref(0, 1))),
            reported=text, expected="12.34567", formula="1 + 2",
            message=f"Total: reported {text}, expected 12.34567", is_lead=is_lead,
            reason="another line may belong to it" if is_lead else "",
        )  # fmt: skip

    checks = [check(text, is_lead=False) for text in wrong]
    checks += [check(text, is_lead=True) for text in leads]
    return conclude([release], checks, {})


def commented(raw: bytes, number: int) -> str:
    """The words that a comment of a document is put around."""
    body = docx.Document(io.BytesIO(raw)).element.body
    words, inside = "", False
    for element in body.iter():
        if element.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")):
            if element.get(qn("w:id")) == str(number):
                inside = element.tag == qn("w:commentRangeStart")
        elif element.tag == qn("w:t") and inside:
            words += element.text
    return words


def letters(raw: bytes) -> list[tuple[str, ...]]:
    """Every letter of a document's body with its formatting, and all that it stands in."""
    found: list[tuple[str, ...]] = []
    for words in docx.Document(io.BytesIO(raw)).element.body.iter(qn("w:t"), qn("w:delText")):
        run = words.getparent()
        looks = "" if run.rPr is None else run.rPr.xml
        within = [f"{one.tag} {sorted(one.attrib.items())}" for one in run.iterancestors()]
        found += [(letter, looks, *within) for letter in words.text]
    return found


ALL = ("7.2 million", "145%", "10.4 million", "7,975", "46.3 million")


def test_each_finding_is_a_comment_around_its_figure() -> None:
    raw = saved(draft())
    made = rendered("docx", checked(raw, *ALL[:3], leads=ALL[3:]), raw)
    ours = [one for one in docx.Document(io.BytesIO(made)).comments if one.author == "tieout"]
    assert {one.initials for one in ours} == {"TO"}
    assert {one.timestamp for one in ours} == {None}
    whole, *rest = ours
    assert whole.text.startswith("d.docx, checked by tieout: ")
    assert [commented(made, one.comment_id) for one in rest] == list(ALL)
    assert rest[1].text == (
        "Finding 2 of 3\nTotal: reported 145%, expected 12.34567.\n"
        "It should read 12 = 1 + 2, or a figure it is taken from is wrong.\n"
        "Rule FT001: 'tieout explain FT001' says more."
    )
    assert rest[3].text.startswith("Lead 1 of 2: worth a look, not proven\nTotal: reported 7,975")
    assert "May be right: another line may belong to it." in rest[3].text


def test_what_should_be_printed_is_rounded_as_the_figure_is() -> None:
    raw = saved(draft())
    made = docx.Document(io.BytesIO(rendered("docx", checked(raw, "7.2 million"), raw)))
    (*_, last) = made.comments
    assert "It should read 12.3 = 1 + 2, or" in last.text


def test_nothing_else_in_the_draft_is_changed() -> None:
    raw = saved(draft())
    paper = checked(raw, *ALL)
    made = rendered("docx", paper, raw)
    assert made == rendered("docx", paper, raw)
    assert read("d.docx", made).document.text == paper.subject.document.text
    before, after = (docx.Document(io.BytesIO(one)) for one in (raw, made))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    assert [p._p.style for p in before.paragraphs] == [p._p.style for p in after.paragraphs]
    bold = [run for run in after.paragraphs[1].runs if run.bold]
    assert "".join(run.text for run in bold) == "2 mil"
    assert {run.font.size for run in bold} == {Pt(13)}
    assert [one.text for one in after.comments if one.author == "Ann"] == ["Is this final?"]
    assert after.element.body.xpath("string(//w:del//w:delText)") == "$44 million"
    assert after.element.body.xpath("//w:ins/@w:author") == ["Bo"]
    assert not after.element.body.xpath("//w:ins//w:commentReference")
    assert letters(made) == letters(raw)
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        changed = {
            one
            for one in new.namelist()
            if one in old.NameToInfo and old.read(one) != new.read(one)
        }
        assert changed <= {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"}


def test_a_draft_without_comments_gets_a_part_for_them() -> None:
    made = docx.Document()
    made.add_paragraph("Revenue was $5 million in 2024.")
    raw = saved(made)
    with zipfile.ZipFile(io.BytesIO(raw)) as old:
        assert "word/comments.xml" not in old.NameToInfo
    marked = rendered("docx", checked(raw, "5 million"), raw)
    assert commented(marked, 1) == "5 million"
    with zipfile.ZipFile(io.BytesIO(marked)) as new:
        assert new.read("[Content_Types].xml").count(b"/word/comments.xml") == 1


def test_several_comments_at_one_figure_and_figures_of_one_run() -> None:
    made = docx.Document()
    made.add_paragraph("Sales of 11, 12 and 13 million, and 14.")
    raw = saved(made)
    paper = checked(raw, "11", "12", "12", "13 million")
    marked = rendered("docx", paper, raw)
    words = [commented(marked, number) for number in range(1, 5)]
    assert words == ["11", "12", "12", "13 million"]
    assert docx.Document(io.BytesIO(marked)).paragraphs[0].text == made.paragraphs[0].text


def test_what_is_not_found_in_the_draft_is_told_last(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = saved(draft())
    paper = checked(raw, "145%")
    monkeypatch.setattr("tieout.readers.docx.body.pieces_of", lambda element: [(element, "no")])
    monkeypatch.setattr("tieout.reports.docx.ranges._paragraph_of", lambda element: element)
    made = docx.Document(io.BytesIO(rendered("docx", paper, raw)))
    *_, last = made.comments
    assert last.text.startswith("Not at a figure of this draft:\nFinding 1 of 1: 145%")
    assert not made.element.body.xpath("//w:commentRangeStart[@w:id!='0']")


def test_a_strict_document_is_marked_in_its_own_names(swapped: Callable[..., bytes]) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    said = "<w:p><w:r><w:t>Up 5%</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{strict}"><w:body>{said}</w:body></w:document>'
    raw = swapped(saved(docx.Document()), "word/document.xml", body)
    made = rendered("docx", checked(raw, "5%"), raw)
    with zipfile.ZipFile(io.BytesIO(made)) as new:
        assert f'<w:comments xmlns:w="{strict}"' in new.read("word/comments.xml").decode()
        assert "<w:commentRangeStart" in new.read("word/document.xml").decode()


def test_words_in_mathematics_and_controls_are_enclosed_from_outside(
    swapped: Callable[..., bytes],
) -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    body = (
        f'<w:document {W} xmlns:m="{math}"><w:body><w:p><w:r><w:t>Up </w:t></w:r>'
        "<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath>"
        "<w:sdt><w:sdtContent><w:r><w:t>and 6%.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        "</w:body></w:document>"
    )
    raw = swapped(saved(docx.Document()), "word/document.xml", body)
    made = docx.Document(io.BytesIO(rendered("docx", checked(raw, "5%", "6%"), raw)))
    math_at = made.element.body.find(f".//{{{math}}}oMath")
    assert math_at is not None
    assert math_at.getprevious().tag == qn("w:commentRangeStart")
    assert not made.element.body.xpath("//w:sdt//w:commentReference")


def test_control_characters_of_a_document_do_no_harm() -> None:
    raw = saved(draft())
    paper = checked(raw, "145%", name="d\x1b[31m\x00.docx")
    made = docx.Document(io.BytesIO(rendered("docx", paper, raw)))
    assert not [one for one in made.comments if "\x1b" in one.text]


def test_other_documents_are_refused_with_the_remedy() -> None:
    raw = saved(draft())
    with pytest.raises(Misuse, match="not the bytes of d"):
        rendered("docx", checked(raw, "145%"), raw + b" ")
    with pytest.raises(Misuse, match=r"give the bytes of d.docx with its workpaper"):
        report("docx").render(checked(raw, "145%"))
    text = b"Revenue was $5 million."
    with pytest.raises(Misuse, match=r"t.txt is no Word document.*\.docx"):
        rendered("docx", conclude([read("t.txt", text)], [], {}), text)


def test_a_number_that_the_draft_refers_to_in_vain_is_not_given(
    swapped: Callable[..., bytes],
) -> None:
    vain = '<w:r><w:commentReference w:id="1"/></w:r>'
    said = f"<w:p>{vain}<w:r><w:t>Up 5%</w:t></w:r></w:p>"
    body = f"<w:document {W}><w:body>{said}</w:body></w:document>"
    raw = swapped(saved(docx.Document()), "word/document.xml", body)
    made = docx.Document(io.BytesIO(rendered("docx", checked(raw, "5%"), raw)))
    assert [one.comment_id for one in made.comments] == [0, 2]


@pytest.mark.parametrize("target", ["document.xml", "../../etc/passwd", "/nothing.xml", ""])
def test_comments_that_are_said_to_be_elsewhere_are_made_anew(
    swapped: Callable[..., bytes], target: str
) -> None:
    name = "word/_rels/document.xml.rels"
    raw = saved(docx.Document())
    with zipfile.ZipFile(io.BytesIO(raw)) as old:
        told = old.read(name).decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    false = f'<Relationship Id="rIdTieout" Type="{kind}" Target="{target}"/></Relationships>'
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>Up 5%</w:t></w:r></w:p></w:body></w:document>"
    raw = swapped(raw, name, told.replace("</Relationships>", false))
    raw = swapped(raw, "word/document.xml", body)
    with zipfile.ZipFile(io.BytesIO(rendered("docx", checked(raw, "5%"), raw))) as new:
        assert new.read("word/comments.xml").count(b"<w:comment ") == 2
        assert new.read(name).count(b'Id="rIdTieout1"') == 1


def test_a_signed_draft_is_refused(swapped: Callable[..., bytes]) -> None:
    raw = swapped(saved(draft()), "_xmlsignatures/origin.sigs", "")
    with pytest.raises(Misuse, match=r"d.docx is signed.*without it"):
        rendered("docx", checked(raw, "145%"), raw)


@pytest.fixture
def swapped() -> Callable[[bytes, str, str], bytes]:
    """An archive with one part put in another's place, or added."""

    def made(raw: bytes, name: str, part: str) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(held, "w", 8) as new:
            for info in old.infolist():
                if info.filename != name:
                    new.writestr(info.filename, old.read(info))
            new.writestr(name, part)
        return held.getvalue()

    return made
