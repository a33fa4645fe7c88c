"""A Word document packed again with some of its parts changed, and every other byte for byte."""

import io
import posixpath
import zipfile

from tieout.readers.docx.elements import attribute, local
from tieout.readers.zipped import part_of
from tieout.reports.docx.tree import Node, parsed

OURS = b"<!-- marked by tieout -->"
"""Stands before the document's body; whatever saves the document after tieout leaves it out."""

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = '<Relationships xmlns="{}"/>'
_OF_PACKAGES = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Package:
    """The parts of a Word document, those that are changed among them."""

    def __init__(self, archive: zipfile.ZipFile, body: str) -> None:
        """The parts as they are; `body` is the name of the document's own."""
        self._archive, self._body = archive, body
        self._changed: dict[str, Node] = {}

    def tree(self, name: str, fresh: str = "") -> Node:
        """The elements of a part, which may be changed; `fresh` is what it is where it is new."""
        if name not in self._changed:
            is_there = name in self._archive.NameToInfo
            self._changed[name] = parsed(part_of(self._archive, name) if is_there else fresh, name)
        return self._changed[name]

    def comments(self, space: str) -> Node:
        """The part of comments, made where there is none."""
        folder, name = posixpath.split(self._body)
        relations = self.tree(f"{folder}/_rels/{name}.rels", _RELATIONS.format(_OF_PACKAGES))
        for one in relations:
            if attribute(one, "Type").endswith("/comments"):
                target = posixpath.join(f"/{folder}", attribute(one, "Target"))
                name = posixpath.normpath(target).lstrip("/")
                # What a damaged or hostile document calls its comments may be anything.
                if name in self._archive.NameToInfo and local(self.tree(name)) == "comments":
                    return self.tree(name)
        part = _unused("comments{}.xml", {one.rpartition("/")[2] for one in self._names()})
        kind = _STRICT if "purl.oclc.org" in space else _TRANSITIONAL
        key = _unused("rIdTieout{}", {attribute(one, "Id") for one in relations})
        told = {"Id": key, "Type": f"{kind}/comments", "Target": part}
        _append(relations, "Relationship", told)
        told = {"PartName": f"/{folder}/{part}", "ContentType": _TYPE}
        _append(self.tree(_TYPES), "Override", told)
        return self.tree(f"{folder}/{part}", _empty(space))

    def packed(self) -> bytes:
        """The document's bytes: the parts in their order, those that are new behind them."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
            for name in (*self._names(), *self._changed):
                if name not in new.NameToInfo:
                    new.writestr(self._info(name), self._content(name))
        return held.getvalue()

    def _names(self) -> list[str]:
        """The names of the parts there are."""
        return self._archive.namelist()

    def _info(self, name: str) -> zipfile.ZipInfo:
        """What stands with a part: its day stays, and is none where the part is new."""
        there = self._archive.NameToInfo.get(name)
        info = zipfile.ZipInfo(name, there.date_time if there else (1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = there.external_attr if there else 0
        return info

    def _content(self, name: str) -> bytes:
        """A part's bytes."""
        if name not in self._changed:
            return self._archive.read(name)
        part = self._changed[name].written()
        if name != self._body or OURS in part[:200]:
            return part
        declared, _, rest = part.partition(b"\n")
        return b"\n".join((declared, OURS, rest))


def _empty(space: str) -> str:
    """A part of comments without one."""
    return f'<w:comments xmlns:w="{space}"/>'


def _append(parent: Node, name: str, told: dict[str, str]) -> None:
    """An element put last among a parent's, in its namespace."""
    space = parent.tag.rpartition("}")[0] + "}"
    made = parent.made(space + name)
    for key, value in told.items():
        made.set(key, value)
    parent.append(made)


def _unused(pattern: str, taken: set[str]) -> str:
    """The first name of a pattern that is not taken."""
    names = (pattern.format(number or "") for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)
