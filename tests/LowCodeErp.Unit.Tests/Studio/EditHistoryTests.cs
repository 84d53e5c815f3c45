using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.FlowDesigner.Edits;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Studio;

public sealed class EditHistoryTests
{
    private static readonly LayoutRules _rules = new(LayoutForms.Items);
    private static readonly LocalizedText _label = new("名称", "label");

    /// <summary>10,000 edits with a seed of its own each time <c>LOWCODE_SEED</c> names one. Every class of edit has to be among them: a new one belongs into <see cref="RandomEdits"/>.</summary>
    [Fact]
    public void Edits_TenThousandAtRandom_AreUndoneToTheOriginalAndRedoneToTheEndThroughSoundDocumentsAlone()
    {
        const int count = 10_000;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_261_122;
        TestContext.Current.TestOutputHelper?.WriteLine($"LOWCODE_SEED={seed}");
        var (edits, original) = (new RandomEdits(seed, _rules), NewDocument() with { BasedOn = 3 });
        var history = new EditHistory(original, capacity: count);
        var (passed, kinds) = (new List<AppDocument> { original }, new HashSet<Type>());

        for (var number = 0; number < count; number++)
        {
            var edit = edits.Next(history.Current);
            if (history.Do(edit))
            {
                Assert.Empty(DocumentStructure.Check(history.Current, _rules).Select(broken => $"{edit.GetType().Name} {number}: {broken}"));
                Assert.Equal(original.BasedOn, history.Current.BasedOn);
                passed.Add(history.Current);
                kinds.Add(edit.GetType());
            }

            history.EndThread();
        }

        // Those of flows are tried by FlowEditTests.
        Assert.Empty(typeof(IEdit).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IEdit)) && type.Namespace != typeof(AddBlocks).Namespace)
            .Except(kinds).Select(type => type.Name));
        Assert.True(passed.Count > count / 2, $"Only {passed.Count} of the edits did anything.");
        foreach (var document in Enumerable.Reverse(passed).Skip(1))
        {
            Assert.True(history.Undo());
            Assert.Same(document, history.Current);
        }

        Assert.False(history.Undo());
        foreach (var document in passed.Skip(1))
        {
            Assert.True(history.Redo());
            Assert.Same(document, history.Current);
        }

        Assert.False(history.Redo());
    }

    [Fact]
    public void Do_AfterUndo_ForgetsWhatWasUndone()
    {
        var history = new EditHistory(NewDocument());
        history.Do(Rename("一"));
        history.Undo();

        history.Do(Rename("二"));

        Assert.Null(history.RedoName);
        Assert.Equal("二", history.Current.App.Label.Chinese);
    }

    [Fact]
    public void Do_OnOneThread_IsUndoneInOneStep()
    {
        var history = new EditHistory(NewDocument());

        history.Do(Rename("客"));
        history.Do(Rename("客户"));
        history.EndThread();
        history.Do(Rename("客户主数据"));

        history.Undo();
        Assert.Equal("客户", history.Current.App.Label.Chinese);
        history.Undo();
        Assert.Equal("应用", history.Current.App.Label.Chinese);
        Assert.Null(history.UndoName);
    }

    [Fact]
    public void Do_BeyondTheCapacity_ForgetsTheOldestSteps()
    {
        var history = new EditHistory(NewDocument(), capacity: 2);
        foreach (var label in (string[])["一", "二", "三"])
        {
            history.Do(Rename(label));
            history.EndThread();
        }

        while (history.Undo())
        {
        }

        Assert.Equal("一", history.Current.App.Label.Chinese);
    }

    [Fact]
    public void Do_WhatChangesNothing_IsNoStep()
    {
        var history = new EditHistory(NewDocument());

        Assert.False(history.Do(new RemoveForm("nowhere", _label)));
        Assert.False(history.Do(new ChangeField("order", "name", "label", _label, field => field)));

        Assert.Null(history.UndoName);
    }

    [Fact]
    public void Name_OfTheLastEdit_SaysWhatUndoingTakesBack()
    {
        var history = new EditHistory(NewDocument());

        history.Do(new AddFields("order", [new() { Key = "amount", Type = "number", Label = new("金额", "Amount") }], new(ItemPath.Canvas, 0), _rules));

        Assert.Equal(new("添加“金额”", "add \"Amount\""), history.UndoName);
    }

    private static ChangeApp Rename(string label) => new("label", _label, app => app with { Label = new(label) });

    private static AppDocument NewDocument() => new(
        new() { Key = "app", Label = new("应用"), Menu = ["order"] },
        [new() { Key = "order", Label = new("订单"), Title = "name", Fields = [new() { Key = "name", Type = "text", Label = new("名称") }] }],
        []);
}
