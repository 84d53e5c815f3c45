using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Accounts;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Members;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.UI.Extending;
using LowCodeErp.Web.Identity.Passwords;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LowCodeErp.Web.Administration.Members;

/// <summary>Members from a spreadsheet: shown first, with what is wrong in which row; then all of them, with the invitation of each, or none.</summary>
public sealed partial class MemberImport
{
    /// <summary>Rows with mistakes come first, so that those are seen.</summary>
    private const int MostShown = 200;

    private static readonly ILookup<string, Diagnostic> None = Array.Empty<Diagnostic>().ToLookup(problem => problem.Path);

    private IReadOnlyList<MemberEntry> _entries = [];
    private IReadOnlyList<Diagnostic> _fileProblems = [];
    private ILookup<string, Diagnostic> _problems = None;
    private List<string> _links = [];
    private bool _isWorking;

    [Inject]
    public required MemberAccounts Accounts { get; set; }

    [Inject]
    public required MemberDirectory Directory { get; set; }

    [Inject]
    public required PasswordLinks Links { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    private IEnumerable<MemberEntry> Shown => _entries.OrderByDescending(entry => _problems.Contains(entry.Place)).Take(MostShown);

    private async Task ReceiveAsync(IBrowserFile file)
    {
        if (file.Size > SpreadsheetLimits.Default.MaximumBytes)
        {
            _fileProblems = [SpreadsheetDiagnostics.FileTooLarge(file.Name, SpreadsheetLimits.Default.MaximumBytes)];
            return;
        }

        try
        {
            await ReadAsync(file);
        }
        catch (IOException)
        {
            // The browser went offline or the file was moved away while it was being sent.
            _fileProblems = [ImportDialogDiagnostics.UploadBroken()];
        }
    }

    private async Task ReadAsync(IBrowserFile file)
    {
        await using var stream = file.OpenReadStream(SpreadsheetLimits.Default.MaximumBytes);
        using var copy = await UploadedFile.ReceiveAsync(stream, file.Name);
        var diagnostics = new DiagnosticBag();
        _entries = await Task.Run(() => MemberFile.Read(copy.Rewind(), file.Name, diagnostics));
        Tell([.. diagnostics.Items, .. (await Accounts.CheckAsync(_entries)).Where(problem => !diagnostics.Items.Contains(problem))]);
    }

    private async Task ImportAsync()
    {
        _isWorking = true;
        var actor = await CurrentActor.GetAsync();
        var problems = await Accounts.AddAsync(_entries, actor);
        if (problems.Count > 0)
        {
            // Somebody else took one of the names meanwhile.
            Tell(problems);
        }
        else
        {
            _links = await InviteAsync();
        }

        _isWorking = false;
    }

    /// <summary>One line each, in the order of the file, to be put into a sheet or a mail merge.</summary>
    private async Task<List<string>> InviteAsync()
    {
        var actor = await CurrentActor.GetAsync();
        var lines = new List<string>();
        foreach (var entry in _entries)
        {
            var member = await Directory.FindAsync(entry.UserName, actor);
            var secret = await Links.CreateAsync(member!.Id, actor, new DiagnosticBag());
            lines.Add(string.Join('\t', entry.UserName, entry.DisplayName, Navigation.ToAbsoluteUri(PasswordPage.AddressOf(secret!))));
        }

        return lines;
    }

    /// <summary>Where the file cannot be read as members, that; else what is wrong in which row.</summary>
    private void Tell(IReadOnlyList<Diagnostic> problems)
    {
        var places = _entries.Select(entry => entry.Place).ToHashSet();
        _fileProblems = [.. problems.Where(problem => !places.Contains(problem.Path))];
        _problems = problems.ToLookup(problem => problem.Path);
        _entries = _fileProblems.Count > 0 ? [] : _entries;
    }

    private void StartOver() => (_entries, _fileProblems, _problems) = ([], [], None);
}
