"""Aura: from a product idea in plain words to a tested decision and a package that engineers build from.

>>> import aura
>>> session = aura.Session()
>>> project = session.interpret("Guests check out without an account and pay by card.").project
>>> session.plan(project).plan.title
'Guests check out without an account'
"""

from . import documents
from ._base import Model, OnProgress, Store
from ._document import Document, Table
from ._errors import (
    AmbiguousError,
    AuraError,
    CancelledError,
    ConflictError,
    DeniedError,
    InternalError,
    InvalidError,
    LimitError,
    NotFoundError,
    UnavailableError,
)
from ._native import __version__
from ._session import AsyncSession, Session
from ._tables import TableLike

__all__ = [
    "AmbiguousError",
    "AsyncSession",
    "AuraError",
    "CancelledError",
    "ConflictError",
    "DeniedError",
    "Document",
    "InternalError",
    "InvalidError",
    "LimitError",
    "Model",
    "NotFoundError",
    "OnProgress",
    "Session",
    "Store",
    "Table",
    "TableLike",
    "UnavailableError",
    "__version__",
    "documents",
]
