using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Edits;
using LowCodeErp.Studio.Editing.Merging;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Unit.Tests.Layout;

namespace LowCodeErp.Unit.Tests.Studio;

public sealed class DocumentMergeTests
{
    private static readonly LayoutRules _rules = new(LayoutForms.Items);
    private static readonly DocumentMerge _merge = new(_rules);
    private static readonly AppDocument _original = new(
        new() { Key = "app", Label = new("应用") },
        [
            new()
            {
                Key = "order", Label = new("订单"), Title = "name",
                Fields = [Field("name"), Field("amount"), Field("note")],
                Layout = [new() { Type = "section", Items = [LayoutItemDefinition.OfField("name"), LayoutItemDefinition.OfField("amount")] }],
                List = new() { Columns = ["name", "amount"] },
            },
        ],
        [])
    { BasedOn = 3 };

    [Fact]
    public void Merge_WhatOnlyOneChanged_IsTakenFromHim()
    {
        var mine = Apply(_original, new AddFields("order", [Field("mine")], new(ItemPath.Parse("0"), 1), _rules), Relabel("name", "订单名称"));
        var other = Apply(_original, new AddFields("order", [Field("theirs")], new(ItemPath.Parse("0"), 2), _rules), Relabel("amount", "金额合计")) with { BasedOn = 4 };

        var (document, conflicts) = _merge.Merge(_original, mine, other, ImmutableHashSet<string>.Empty);

        Assert.Empty(conflicts);
        Assert.Equal(4, document.BasedOn);
        var form = document.FindForm("order")!;
        Assert.Equal(["name", "mine", "amount", "theirs"], form.Layout[0].Items.Select(item => item.FieldKey));
        Assert.Equal(["订单名称", "金额合计"], form.Fields.Where(field => field.Key is "name" or "amount").Select(field => field.Label.Chinese));
    }

    [Fact]
    public void Merge_WhatBothChanged_IsAConflictAndMineUnlessTheirsIsChosen()
    {
        var mine = Apply(_original, Relabel("name", "我的"));
        var other = Apply(_original, Relabel("name", "对方的"));

        var kept = _merge.Merge(_original, mine, other, ImmutableHashSet<string>.Empty);
        var taken = _merge.Merge(_original, mine, other, kept.Conflicts.ToHashSet());

        Assert.Equal("forms[order].fields[name].label.zh-CN", Assert.Single(kept.Conflicts));
        Assert.Equal("我的", kept.Document.Forms[0].Fields[0].Label.Chinese);
        Assert.Equal("对方的", taken.Document.Forms[0].Fields[0].Label.Chinese);
    }

    [Fact]
    public void Merge_AFieldRemovedThatTheOtherUsed_IsGoneFromWhereHeUsedIt()
    {
        var mine = Apply(_original, new RemoveItems("order", [ItemPath.Parse("1")], new("备注"), _rules));
        var other = Apply(_original, new ChangeForm("order", "list", new("列表"), form => form with { List = new() { Columns = ["name", "note"], SortBy = "note" } }));

        var (document, _) = _merge.Merge(_original, mine, other, ImmutableHashSet<string>.Empty);

        Assert.Null(document.Forms[0].Fields.FirstOrDefault(field => field.Key == "note"));
        Assert.Equal(["name"], document.Forms[0].List!.Columns);
        Assert.Null(document.Forms[0].List!.SortBy);
    }

    [Fact]
    public void Merge_OrderChangedByOne_KeepsWhatTheOtherAddedBehindItsNeighbour()
    {
        var mine = _original.ChangeForm("order", form => form with { List = new() { Columns = ["amount", "name"] } });
        var other = _original.ChangeForm("order", form => form with { List = new() { Columns = ["name", "note", "amount"] } });

        var (document, conflicts) = _merge.Merge(_original, mine, other, ImmutableHashSet<string>.Empty);

        Assert.Empty(conflicts);
        Assert.Equal(["amount", "name", "note"], document.Forms[0].List!.Columns);
    }

    [Fact]
    public void Merge_ASectionRenamedByOneAndFilledByTheOther_IsBoth()
    {
        var mine = Apply(_original, new AddFields("order", [Field("mine")], new(ItemPath.Parse("0"), 2), _rules));
        var other = Apply(_original, new ChangeItem("order", ItemPath.Parse("0"), new("分组"), JsonSerializer.SerializeToElement(new { title = "金额" })));

        var (document, conflicts) = _merge.Merge(_original, mine, other, ImmutableHashSet<string>.Empty);

        Assert.Empty(conflicts);
        var section = Assert.Single(document.FindForm("order")!.Layout);
        Assert.Equal("金额", section.Settings?.GetProperty("title").GetString());
        Assert.Equal(["name", "amount", "mine"], section.Items.Select(item => item.FieldKey));
    }

    [Fact]
    public void Merge_ASectionRenamedByBoth_IsAConflictOfItsName()
    {
        var mine = Apply(_original, new ChangeItem("order", ItemPath.Parse("0"), new("分组"), JsonSerializer.SerializeToElement(new { title = "我的" })));
        var other = Apply(_original, new ChangeItem("order", ItemPath.Parse("0"), new("分组"), JsonSerializer.SerializeToElement(new { title = "对方的" })));

        var kept = _merge.Merge(_original, mine, other, ImmutableHashSet<string>.Empty);
        var taken = _merge.Merge(_original, mine, other, kept.Conflicts.ToHashSet());

        Assert.Single(kept.Conflicts);
        Assert.Equal("我的", Assert.Single(kept.Document.Forms[0].Layout).Settings?.GetProperty("title").GetString());
        Assert.Equal("对方的", Assert.Single(taken.Document.Forms[0].Layout).Settings?.GetProperty("title").GetString());
    }

    /// <summary>Sound whatever two people do, and of one person's work nothing is lost when the other did nothing.</summary>
    [Fact]
    public void Merge_OfRandomEdits_IsSoundAndKeepsTheWorkOfWhoWasAlone()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("LOWCODE_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_261_122;
        TestContext.Current.TestOutputHelper?.WriteLine($"LOWCODE_SEED={seed}");
        var conflicts = 0;
        for (var round = 0; round < 300; round++)
        {
            var edits = new RandomEdits(seed + round, _rules);
            var original = Edit(_original, edits, 20);
            var (mine, other) = (Edit(original, edits, 6), Edit(original, edits, 6));

            var merged = _merge.Merge(original, mine, other, ImmutableHashSet<string>.Empty);
            var taken = _merge.Merge(original, mine, other, merged.Conflicts.ToHashSet());

            conflicts += merged.Conflicts.Count;
            Assert.Empty(DocumentStructure.Check(merged.Document, _rules));
            Assert.Empty(DocumentStructure.Check(taken.Document, _rules));
            Assert.Equal(DesignDraftDefinition.Write(mine), DesignDraftDefinition.Write(_merge.Merge(original, mine, original, ImmutableHashSet<string>.Empty).Document));
            // What waits for a form is nobody else's.
            var published = other with { Sheets = [.. original.Sheets.Where(sheet => other.FindForm(sheet.Form) is not null)] };
            Assert.Equal(DesignDraftDefinition.Write(published), DesignDraftDefinition.Write(_merge.Merge(original, original, other, ImmutableHashSet<string>.Empty).Document));
        }

        Assert.True(conflicts > 0);
    }

    [Fact]
    public void Undo_AfterPublishing_ChangesWhatWasPublished()
    {
        var history = new EditHistory(_original);
        history.Do(Relabel("name", "一"));
        var published = history.Current with { BasedOn = 4 };

        history.Rebase(history.Current, published);
        Assert.Same(published, history.Current);
        Assert.True(history.Undo());

        Assert.Equal((4, _original.FindForm("order")), (history.Current.BasedOn, history.Current.FindForm("order")));
        Assert.True(history.Redo());
        Assert.Same(published, history.Current);
    }

    private static AppDocument Edit(AppDocument document, RandomEdits edits, int count)
    {
        for (var edit = 0; edit < count; edit++)
        {
            document = edits.Next(document).Apply(document);
        }

        return document;
    }

    private static AppDocument Apply(AppDocument document, params IEdit[] edits) => edits.Aggregate(document, (current, edit) => edit.Apply(current));

    private static ChangeField Relabel(string field, string label) => new("order", field, "label", new(label), changed => changed with { Label = new(label) });

    private static FieldDefinition Field(string key) => new() { Key = key, Type = "text", Label = new(key) };
}
