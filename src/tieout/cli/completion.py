"""tieout completion: the script that completes commands and options in a shell."""

import click
from click.shell_completion import get_completion_class

EPILOG = """\b
Examples:
  tieout completion bash >> ~/.bashrc
  tieout completion zsh >> ~/.zshrc
  tieout completion fish > ~/.config/fish/completions/tieout.fish
"""


@click.command(epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Prints the completion script for SHELL."""
    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"click has no completion for {shell}", ctx)
    click.echo(completion(ctx.find_root().command, {}, "tieout", "_TIEOUT_COMPLETE").source())
    return 0
