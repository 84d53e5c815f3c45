using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LowCodeErp.UI.Extending.Settings;

public sealed partial class RecordsSetting
{
    /// <summary>Places of the items whose details are shown.</summary>
    private HashSet<int> _open = [];

    [Inject]
    private IStringLocalizer<RecordsSetting> Texts { get; set; } = null!;

    private RecordItems Records { get; set; } = null!;

    protected override void OnParametersSet() => Records = new(Member, Content);

    private string PathOf(int index) => JsonPath.Item(Scope.PathOf(Member), index);

    private SettingsScope ScopeOf(int index)
        => new(Member.Item!, Records.Items[index], Scope.Context, PathOf(index), Scope.Diagnostics, $"{InputId}-{index}", item => SetAsync(Records.Replace(index, item)));

    private string HeadlineOf(int index)
    {
        var content = ScopeOf(index).Get(Records.Headline!);
        return Records.Headline!.Kind == SettingsKind.LocalizedText ? LocalizedContent.Read(content).Chinese : MemberText.Show(Records.Headline, content);
    }

    private Task TakeHeadlineAsync(int index, string text)
    {
        var (scope, headline) = (ScopeOf(index), Records.Headline!);
        return scope.SetAsync(headline, headline.Kind == SettingsKind.LocalizedText
            ? LocalizedContent.Write(headline, LocalizedContent.Read(scope.Get(headline)) with { Chinese = MemberText.Clean(text, isMultiline: false) })
            : MemberText.Read(headline, text));
    }

    /// <summary>What the details do not say themselves: everything while they are closed.</summary>
    private IReadOnlyList<Diagnostic> DiagnosticsOf(int index)
    {
        var scope = ScopeOf(index);
        return IsOpen(index)
            ? [.. scope.OtherDiagnostics, .. Records.Headline is { } headline ? scope.DiagnosticsOf(headline) : []]
            : [.. scope.OtherDiagnostics, .. Member.Item!.Members.SelectMany(scope.DiagnosticsOf)];
    }

    private bool IsWrong(int index) => DiagnosticsOf(index).Any(item => item.Severity == Severity.Error);

    private string MessagesId(int index) => FieldAttributes.ErrorId($"{InputId}-{index}");

    private bool IsOpen(int index) => _open.Contains(index);

    private void Toggle(int index)
    {
        if (!_open.Remove(index))
        {
            _open.Add(index);
        }
    }

    private Task AddAsync(IReadOnlyList<string> lines) => SetAsync(Records.Add(lines));

    private Task MoveAsync((int From, int To) move)
    {
        _open = [.. _open.Select(index => index == move.From ? move.To : index == move.To ? move.From : index)];
        return SetAsync(Records.Move(move.From, move.To));
    }

    private Task RemoveAsync(int index)
    {
        _open = [.. _open.Where(open => open != index).Select(open => open > index ? open - 1 : open)];
        return SetAsync(Records.Remove(index));
    }
}
