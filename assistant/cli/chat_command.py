"""`jingmai chat`: open the page."""

from __future__ import annotations

import argparse

from assistant.cli.options import add_llm_arguments, settings_with_llm

HELP = "open the page in the browser: chat, articles, bulk, library, evaluation, review"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument(
        "--port", type=int, default=7860, help="port to listen on (7860); 0 is any that is free"
    )
    parser.add_argument(
        "--auth", metavar="USER:PASSWORD|FILE", help="require a login; a file has one pair a line"
    )
    parser.add_argument(
        "--mcp", action="store_true", help="serve the API as MCP tools too (/gradio_api/mcp/)"
    )
    add_llm_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from assistant.ui.app import chat
    from assistant.ui.serving import logins

    auth = logins(args.auth) if args.auth else ()
    chat(
        settings_with_llm(args), host=args.host, port=args.port, auth=auth,
        mcp=args.mcp,
        tell=lambda address: print(f"Jingmai: {address}", flush=True),
    )  # fmt: skip
    return 0
