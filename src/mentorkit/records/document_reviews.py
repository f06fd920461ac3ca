"""Reviews of documents that are due soon, or are overdue."""

from datetime import date

import attrs

from mentorkit.programme.somebody import who_is
from mentorkit.programme.tables import Programme


@attrs.frozen
class DocumentReview:
    """A review of a document that is due.

    Attributes:
        document: what the service calls it.
        owner: who is responsible for it, by title where the file has one; empty where it names nobody.
        kept_at: where it is kept; empty where the file does not say.
        by: the last day on which the review is in time.
        overdue: whether that day has passed.
    """

    document: str
    owner: str
    kept_at: str
    by: date
    overdue: bool


def document_reviews(programme: Programme, on: date, until: date) -> list[DocumentReview]:
    """The reviews that are due by a day and those that are overdue, by date.

    Left out are documents of which the file does not say when they are reviewed next.

    Args:
        programme: the design.
        on: the day that is asked about.
        until: the last day that is looked at.
    """
    found = []
    for document in programme.governance.stated_documents:
        about = document.about
        by = about.next_review if about else None
        if about and by and by <= until:
            owner = who_is(programme, about.owner) if about.owner else None
            named = owner.title if owner else about.owner or ""
            found.append(DocumentReview(document.name, named, about.kept_at or "", by, by < on))
    return sorted(found, key=lambda review: (review.by, review.document))
