"""Modules of JavaScript made one script, so that a page needs no file but itself."""

import json
import posixpath
import re
from collections.abc import Callable, Mapping

from tieout.errors import Misuse
from tieout.patterns import pattern

ENTRY = "$entry"
"""What the script calls the exports of the module that it was made for."""

_IMPORT = pattern(r"^import \{([^{}]*)\} from \"([^\"\n]*)\";$", re.MULTILINE)
_EXPORT = pattern(r"^export (?=(?:async function|function|const|let|class) (\w+))", re.MULTILINE)
_REQUIRED = pattern(r"\brequire\(\"([^\"\n]*)\"\)")


def linked(entry: str, modules: Mapping[str, str], scripts: Mapping[str, str]) -> str:
    """The modules that the entry is made of as one script; `scripts` are ready, by their names.

    Every module is a function that is called once, and gives what it exports. Imports stand on
    lines of their own, name what they take in braces, and never go around in a circle.
    """
    parts: list[str] = []
    names: dict[str, str] = {}

    def name_of(module: str) -> str:
        if module not in names:
            path = module.removeprefix("./")
            if module in scripts:
                source = scripts[module]
            elif path in modules:
                source = _module(modules[path], name_of)
            else:
                raise Misuse(f"there is no module {module!r}")
            names[module] = ENTRY if path == entry else f"$m{len(names)}"
            parts.append(f"const {names[module]} = (() => {{\n{source}\n}})();\n")
        return names[module]

    name_of(f"./{entry}")
    return "".join(parts)


def _module(source: str, name_of: Callable[[str], str]) -> str:
    """A module as the body of a function."""
    exported = _EXPORT.findall(source)

    def taken(found: re.Match[str]) -> str:
        names, module = found.groups()
        return f"const {{{names.replace(' as ', ': ')}}} = {name_of(module)};"

    body = _EXPORT.sub("", _IMPORT.sub(taken, source))
    return f"{body}\nreturn {{ {', '.join(exported)} }};"


def required(entry: str, packages: Mapping[str, Mapping[str, str]]) -> str:
    """A package of CommonJS, with those it requires, as the body of a function that gives it.

    The files of each package stand by their paths in it.
    """
    places: dict[tuple[str, str], int] = {}
    parts: list[str] = []

    def place_of(package: str, path: str) -> int:
        if (package, path) not in places:
            places[package, path] = number = len(places)
            parts.append("")
            source = packages[package][path]
            for wanted in sorted(set(_REQUIRED.findall(_uncommented(source)))):
                if wanted.startswith("."):
                    found = place_of(package, posixpath.normpath(f"{path}/../{wanted}"))
                else:
                    other, _, rest = wanted.partition("/")
                    found = place_of(other, _exported(packages[other], rest))
                source = source.replace(f'require("{wanted}")', f"require({found})")
            parts[number] = f"(exports, require, module) => {{\n{source}\n}}"
        return places[package, path]

    first = place_of(entry, _exported(packages[entry], ""))
    files = ",\n".join(parts)
    return (
        f"const files = [\n{files}\n];\nconst made = [];\n"
        "const require = (number) => {\n"
        "  if (!(number in made)) {\n"
        "    made[number] = { exports: {} };\n"
        "    files[number](made[number].exports, require, made[number]);\n"
        "  }\n"
        "  return made[number].exports;\n"
        "};\n"
        f"return require({first});"
    )


def _uncommented(source: str) -> str:
    """The lines that are no part of a comment of the kind that documents."""
    return "\n".join(line for line in source.split("\n") if not line.lstrip().startswith("*"))


def _exported(files: Mapping[str, str], name: str) -> str:
    """The path of what a package lets others require by that name."""
    told = json.loads(files["package.json"])["exports"]
    found = told.get(f"./{name}" if name else ".", told)
    while not isinstance(found, str):
        found = found.get("require", found.get("default"))
    return posixpath.normpath(found)
