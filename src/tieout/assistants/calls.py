"""A call of an assistant's, worked on in a process of its own, within the limits of its files."""

from typing import Any

import msgspec
from msgspec import Struct

from tieout.assistants.folders import Folders
from tieout.assistants.paged import cut
from tieout.assistants.tools import tool, tools
from tieout.errors import Misuse, TieoutError
from tieout.workers import outcomes

_LONGEST = 2_000
"""Characters of a sentence that says why there is no answer."""


class Call(Struct, frozen=True, gc=False):
    """A tool's name, its arguments as they came, and the folders that may be read."""

    tool: str
    arguments: dict[str, Any]
    allowed: tuple[str, ...]


class Answer(Struct, frozen=True, gc=False):
    """JSON, or the sentence that says why there is none."""

    text: str
    is_error: bool = False


def answered(call: Call) -> Answer:
    """What the tool says. A process that the files do not let survive costs no more than this call.

    It is started anew, since the one at work has threads.
    """
    (answer,) = outcomes(worked, _lost, _sized, [call], jobs=1, start="spawn")
    return answer


def worked(call: Call) -> Answer:
    """The answer, made in this process."""
    try:
        if call.tool not in tools():
            raise Misuse(f"there is no tool {call.tool!r}: there are {', '.join(tools())}")
        module = tool(call.tool)
        try:
            asked = msgspec.convert(call.arguments, module.Asked)
        except msgspec.ValidationError as reason:
            raise Misuse(f"{call.tool} is not asked like that: {reason}") from None
        made = module.answer(asked, Folders(call.allowed))
        return Answer(msgspec.json.encode(made).decode())
    except TieoutError as reason:
        return _refused(str(reason))
    except MemoryError:  # the worker's to tell
        raise
    except Exception as defect:
        return _refused(f"internal error: {type(defect).__name__}: {defect}")


def _refused(sentence: str) -> Answer:
    """The sentence in place of an answer; names in it may be of any length."""
    return Answer(cut(sentence, _LONGEST), is_error=True)


def _lost(call: Call, reason: str) -> Answer:
    """The answer of a process that did not survive."""
    return _refused(f"{_called(call)} cannot be read: {reason}")


def _sized(call: Call) -> tuple[str, int]:
    """The files of a call by name, and how many bytes they have."""
    try:
        return _called(call), Folders(call.allowed).size(_names(call))
    except TieoutError:
        return call.tool, 0


def _called(call: Call) -> str:
    """The files of a call as a sentence names them; without any, its tool."""
    return cut(", ".join(_names(call)) or call.tool)


def _names(call: Call) -> list[str]:
    """The files that a call names, whatever it is."""
    named = (call.arguments.get(key) for key in ("file", "files", "against"))
    lists = (one if isinstance(one, list) else [one] for one in named)
    return [name for each in lists for name in each if isinstance(name, str)]
