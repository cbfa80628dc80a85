"""The local AWS's own certificate."""

import socket
import ssl
import threading
from pathlib import Path

import pytest

from local_aws.certificate import write_certificate
from local_aws.workplace import Workplace


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "shop.execute-api.localhost"])
def test_clients_as_strict_as_those_of_python_3_13_accept_it(tmp_path: Path, name: str) -> None:
    place = Workplace(tmp_path)
    write_certificate(place)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(place.certificate, place.private_key)
    trusting = ssl.create_default_context(cafile=str(place.certificate))
    trusting.verify_flags |= ssl.VERIFY_X509_STRICT
    ours, theirs = socket.socketpair()
    answering = threading.Thread(target=lambda: serving.wrap_socket(theirs, server_side=True).close())
    answering.start()
    with trusting.wrap_socket(ours, server_hostname=name) as connection:
        assert connection.getpeercert()
    answering.join()


def test_nobody_else_reads_the_key(tmp_path: Path) -> None:
    place = Workplace(tmp_path)
    write_certificate(place)
    assert place.private_key.stat().st_mode & 0o077 == 0
