"""What the person at the keyboard has to put right."""


class Refusal(Exception):  # noqa: N818 - it is a sentence for a person, not a defect
    """Why a word cannot be carried out, in one sentence."""
