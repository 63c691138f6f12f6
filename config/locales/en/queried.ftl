### A disclosure that was asked about, and not answered yet (8.12)

programme-queried = public; lines that wait for an answer: { $count }
edition-queried = ❓ Residents asked about this, and an answer is still owed. It will stand beneath, for everybody.
