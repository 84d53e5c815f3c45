using LowCodeErp.UI.Extending;

namespace LowCodeErp.Unit.Tests.Layout;

public sealed class LayoutStateTests
{
    [Fact]
    public void Reveal_OfAPartInAFoldedSectionOfAnotherTab_OpensBoth()
    {
        var form = LayoutForms.Compile("""
            [{"type": "tabs", "items": [
               {"type": "tab", "settings": {"title": {"zh-CN": "一"}}, "items": [{"type": "field", "settings": {"field": "name"}}]},
               {"type": "tab", "settings": {"title": {"zh-CN": "二"}}, "items": [
                 {"type": "section", "settings": {"title": {"zh-CN": "期限"}, "collapsed": true}, "items": [{"type": "field", "settings": {"field": "valid"}}]}]}]}]
            """).Workspace!.FindForm("customer")!;
        var (state, tabs) = (new LayoutState(form), form.Layout[0]);
        var section = tabs.Items[1].Items[0];
        Assert.Same(tabs.Items[0], state.ChosenOf(tabs));
        Assert.False(state.IsOpen(section, initially: false));

        state.Reveal(form["valid-start"]);

        Assert.Same(tabs.Items[1], state.ChosenOf(tabs));
        Assert.True(state.IsOpen(section, initially: false));
    }

    [Fact]
    public void Reveal_OfAFieldOutsideTheLayout_ChangesNothing()
    {
        var form = LayoutForms.Compile("""[{"type": "section", "settings": {"title": {"zh-CN": "名称"}, "collapsed": true}, "items": [{"type": "field", "settings": {"field": "name"}}]}]""")
            .Workspace!.FindForm("customer")!;
        var state = new LayoutState(form);

        state.Reveal(form["city"]);

        Assert.False(state.IsOpen(form.Layout[0], initially: false));
    }
}
