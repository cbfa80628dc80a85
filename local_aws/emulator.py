"""The emulator's own process: MiniStack, served by hypercorn on two loopback sockets that the parent has opened.

MiniStack's command is not used, because it listens on every interface. The process ends with its standard input, so
that it cannot outlive its parent, however that one ended.
"""

from __future__ import annotations

import asyncio
import asyncio.constants
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

    # Clients keep their connections; the end of TLS would wait half a minute for each of them to say goodbye.
    vars(asyncio.constants)["SSL_SHUTDOWN_TIMEOUT"] = 0.2  # Python 3.10 has no such wait
    over = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, over.set)
    # The terminal sends Ctrl-C to everybody; the parent decides when this process ends.
    loop.add_signal_handler(signal.SIGINT, lambda: None)
    loop.add_reader(sys.stdin.fileno(), over.set)
    await serve(app, config, shutdown_trigger=over.wait)


if __name__ == "__main__":
    asyncio.run(_serve(*sys.argv[1:5]))
