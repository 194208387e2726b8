"""The desk: a local web app over a ledger, for people, programs and spreadsheets alike."""

from sayso.web.app import desk
from sayso.web.guards import LOOPBACK
from sayso.web.networks import networks
from sayso.web.people import ROLES, Alone, BehindProxy, Door, Role, Users, add_user
from sayso.web.retrying import Command
from sayso.web.tiles import Tiles

__all__ = [
    "LOOPBACK",
    "ROLES",
    "Alone",
    "BehindProxy",
    "Command",
    "Door",
    "Role",
    "Tiles",
    "Users",
    "add_user",
    "desk",
    "networks",
]
