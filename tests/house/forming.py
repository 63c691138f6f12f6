"""The families of words that a form needs."""


def of_form(form, **given):
    """Return the families of a form: heading, answers, questions, and all that can be tapped.

    `given` are the choices that are not the community's own names.
    """
    kind, fields = form.kind, [q.field for q in form.questions]
    confirm = {f"ask-{kind}-submit"} if form.confirm else set()
    tapped = {f"choice-{kind}-{f}-{value}" for f, values in given.items() for value in values}
    for question in form.questions:
        if question.field not in given:
            values = question.choices(None, None)
            tapped |= {f"choice-{kind}-{question.field}-{value}" for value in values}
    return {
        f"form-{kind}": {f"form-{kind}", *(f"form-{kind}-{f}" for f in fields)},
        f"ask-{kind}-": {f"ask-{kind}-{f}" for f in fields} | confirm,
        f"choice-{kind}-": tapped,
    }
