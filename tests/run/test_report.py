import io
import json

from sayso.run import Account, Status, write_accounts


def test_write_accounts_writes_one_ascii_line_for_each_item():
    file = io.StringIO()
    account = Account(item="i-1", origin="ma\u2028de.txt", part=None, external_id=None, status=Status.READ)
    write_accounts([account, account], file)
    lines = file.getvalue().splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["origin"] == "ma\u2028de.txt"
    assert json.loads(lines[0])["status"] == "read"
