"""What befalls many groups while a story is played by clicks: no clicks, for want of time."""

from types import SimpleNamespace

from sandbox.many import DEEDS
from sandbox.scene import Scene


class Crowded:
    """Nobody clicks through hundreds of groups: asked and looked at as `linli play` does."""

    def gather(self, story):
        self.scene = Scene(
            self.town, SimpleNamespace(tell=str, now=story.start), story.crowds, self.kept
        )
        self.scene.count()

    def breaks(self, step, **_):
        DEEDS[step.verb](step, self.scene)

    spreads = everywhere = nowhere = breaks

    def paced(self, step, **_):
        """Nothing: a browser at work beside it delays what the bot sends, now more, now less."""

    def cut(self, step):
        code, told = self.town.operator(step.value)
        assert code == 0, told
