"""The emulator's own process: MiniStack, served by hypercorn on two loopback sockets that the parent has opened.

MiniStack's command is not used, because it listens on every interface. The process ends with its standard input, so
that it cannot outlive its parent, however that one ended.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys

from local_aws import extension


async def _serve(tls_socket: str, plain_socket: str, certificate: str, private_key: str) -> None:
    # Imported here, since MiniStack reads its environment when it is imported.
    from hypercorn.asyncio import serve
    from hypercorn.config import Config
    from ministack.app import app  # type: ignore[import-untyped]

    extension.install()
    config = Config()
    config.bind = [f"fd://{tls_socket}"]
    config.insecure_bind = [f"fd://{plain_socket}"]
    config.certfile, config.keyfile = certificate, private_key
    config.alpn_protocols = ["http/1.1"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 0.5
    config.loglevel = "WARNING"

    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, over.set)
    # The terminal sends Ctrl-C to everybody; the parent decides when this process ends.
    loop.add_signal_handler(signal.SIGINT, lambda: None)
    loop.add_reader(sys.stdin.fileno(), over.set)
    serving = asyncio.create_task(serve(app, config, shutdown_trigger=over.wait))
    ended = asyncio.create_task(over.wait())
    await asyncio.wait({serving, ended}, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.wait({serving}, timeout=0.6)
    if not serving.done():
        os._exit(0)  # clients keep their connections, and the end of TLS waits long for each to say goodbye
    await serving


if __name__ == "__main__":
    asyncio.run(_serve(*sys.argv[1:5]))
