"""What an annual report says: records collected into plain, frozen values."""
