"""Modules made one script."""

import pytest

from tieout.errors import Misuse
from tieout.web.linked import ENTRY, linked, required

MODULES = {
    "page.js": 'import { one, two as deux } from "./words.js";\nexport const all = [one, deux];\n',
    "words.js": 'import { read } from "reading";\nexport const one = 1;\n'
    "export function two() {}\n",
}


def test_each_module_is_a_function_called_once_behind_those_it_imports() -> None:
    script = linked("page.js", MODULES, {"reading": "return { read: 1 };"})
    assert script.split("\n") == [
        "const $m0 = (() => {",
        "return { read: 1 };",
        "})();",
        "const $m1 = (() => {",
        "const { read } = $m0;",
        "const one = 1;",
        "function two() {}",
        "",
        "return { one, two };",
        "})();",
        f"const {ENTRY} = (() => {{",
        "const { one, two: deux } = $m1;",
        "const all = [one, deux];",
        "",
        "return { all };",
        "})();",
        "",
    ]


def test_a_module_that_is_not_there_is_named() -> None:
    with pytest.raises(Misuse, match=r"there is no module './gone\.js'"):
        linked("page.js", {"page.js": 'import { a } from "./gone.js";'}, {})


def test_packages_that_require_one_another_are_one_script() -> None:
    packages = {
        "one": {
            "package.json": '{"exports": {"import": "./x.js", "require": "./cjs/index.js"}}',
            "cjs/index.js": 'exports.a = require("./b.js");\nexports.c = require("two/deep");\n',
            "cjs/b.js": '/**\n * const x = require("gone");\n */\nrequire("./index.js");\n',
        },
        "two": {
            "package.json": '{"exports": {"./deep": {"require": {"default": "./deep.js"}}}}',
            "deep.js": "exports.d = 4;\n",
        },
    }
    script = required("one", packages)
    assert "exports.a = require(1);\nexports.c = require(2);" in script
    assert "require(0);\n\n}" in script
    assert script.endswith("return require(0);")
