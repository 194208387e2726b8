from tests.ledger.conftest import ledger

__all__ = ["ledger"]
