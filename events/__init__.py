"""Events, their organisers and participants, programmes and sessions."""
