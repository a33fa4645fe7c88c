"""The commands, each imported only when it is called or listed, with a guess at mistyped ones."""

import importlib
import pkgutil

import click

from tieout.loading import loading


class Commands(click.Group):
    """A group whose commands are the public modules of tieout.cli."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names."""
        package = importlib.import_module("tieout.cli")
        modules = pkgutil.iter_modules(package.__path__)
        names = [module.name for module in modules if not module.name.startswith("_")]
        return [name.replace("_", "-") for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None for a name that is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        with loading():
            module = importlib.import_module(f"tieout.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called; a name that is none is answered with the names near to it."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and self.get_command(ctx, name) is None:
            from difflib import get_close_matches

            near = get_close_matches(name, self.list_commands(ctx), n=2, cutoff=0.5)
            guess = f": did you mean {' or '.join(map(repr, near))}?" if near else ""
            raise click.UsageError(f"there is no command {name!r}{guess}", ctx)
        return super().resolve_command(ctx, args)
