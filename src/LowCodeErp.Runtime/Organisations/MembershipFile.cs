using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>
/// Who belongs where, as a spreadsheet: 登录名, 部门 (its code, path or name), 角色, 职位, 主部门; or user name, department, role, position, main. What the
/// file does not name stays as it is.
/// </summary>
public static class MembershipFile
{
    private static readonly LocalizedText[] Columns =
        [new("登录名", "user name"), new("部门", "department"), new("角色", "role"), new("职位", "position"), new("主部门", "main")];

    private static readonly IReadOnlyDictionary<DepartmentRole, LocalizedText> Roles = new Dictionary<DepartmentRole, LocalizedText>
    {
        [DepartmentRole.Member] = new("成员", "member"),
        [DepartmentRole.Deputy] = new("副负责人", "deputy"),
        [DepartmentRole.Head] = new("负责人", "head"),
    };

    private static readonly LocalizedText Yes = new("是", "yes");

    private static readonly LocalizedText No = new("否", "no");

    /// <summary>The organisation with everything that the file says or, with every reason and its row, null.</summary>
    public static Organisation? Import(Organisation organisation, Stream stream, string name, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var reader = SpreadsheetReader.Open(stream, name, SpreadsheetLimits.Default, diagnostics);
        if (reader?.ReadRows().FirstOrDefault() is not { } first || FindColumns(first, name, diagnostics) is not { } columns)
        {
            return null;
        }

        var run = new Run(organisation, columns);
        foreach (var row in reader.ReadRows().Skip(1))
        {
            var found = new DiagnosticBag();
            run.Read(row, found);
            diagnostics.AddRange(found.Items.Concat(row.Errors).Select(problem => OrganisationDiagnostics.InRow(name, row.Number, problem)));
        }

        return diagnostics.HasErrors ? null : organisation.Assign(run.Memberships, diagnostics);
    }

    /// <summary>What an import of the same file reads; closed departments and leavers are left out, since nobody can be put there.</summary>
    /// <returns>How many memberships it holds.</returns>
    public static async Task<int> ExportAsync(Organisation organisation, ISheetWriter writer, CultureInfo culture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(writer);
        await writer.WriteHeaderAsync([.. Columns.Select(column => column.In(culture))], cancellationToken);
        var count = 0;
        foreach (var department in organisation.Departments.InOrder.Where(department => department.IsActive))
        {
            foreach (var membership in organisation.MembershipsIn(department.Id).Where(membership => organisation.IsActive(membership.MemberId)))
            {
                await writer.WriteRowAsync(
                    [
                        InputValue.Of(organisation.FindMember(membership.MemberId)!.UserName), InputValue.Of(organisation.Departments.PathOf(department)),
                        InputValue.Of(Roles[membership.Role].In(culture)), InputValue.Of(membership.Position), InputValue.Of((membership.IsMain ? Yes : No).In(culture)),
                    ],
                    cancellationToken);
                count++;
            }
        }

        return count;
    }

    /// <summary>Where each column stands; null where it is left out.</summary>
    private static int?[]? FindColumns(SheetRow first, string name, DiagnosticBag diagnostics)
    {
        var header = SheetHeader.Of(first);
        int?[] found = [.. Columns.Select(column => header.IndexOf(column.Chinese) ?? header.IndexOf(column.English!))];
        foreach (var missing in Columns.Take(2).Where((_, index) => found[index] is null))
        {
            diagnostics.Add(OrganisationDiagnostics.NoColumn(name, missing.Chinese, missing.English!));
        }

        return diagnostics.HasErrors ? null : found;
    }

    private static bool Is(LocalizedText word, string text)
        => string.Equals(word.Chinese, text, StringComparison.OrdinalIgnoreCase) || string.Equals(word.English, text, StringComparison.OrdinalIgnoreCase);

    /// <summary>One reading of a file, which remembers what came before.</summary>
    private sealed class Run(Organisation organisation, int?[] columns)
    {
        private readonly Dictionary<string, OrganisationMember> _members = organisation.Members.Where(member => member.IsActive)
            .ToDictionary(member => member.UserName, StringComparer.OrdinalIgnoreCase);

        private readonly HashSet<(long Member, long Department)> _seen = [];
        private readonly HashSet<long> _withMain = [];

        public List<Membership> Memberships { get; } = [];

        public void Read(SheetRow row, DiagnosticBag diagnostics)
        {
            string[] texts = [.. columns.Select(column => column is { } known ? Convert.ToString(row[known].Content, CultureInfo.InvariantCulture)?.Trim() ?? "" : "")];
            var member = _members.GetValueOrDefault(texts[0]);
            if (member is null)
            {
                diagnostics.Add(OrganisationDiagnostics.MemberUnknown("member", texts[0]));
            }

            var department = organisation.Departments.Find(texts[1], "department", diagnostics);
            var (role, isMain) = (ReadRole(texts[2], diagnostics), ReadMain(texts[4], diagnostics));
            if (member is null || department is null || diagnostics.HasErrors)
            {
                return;
            }

            if (!_seen.Add((member.Id, department.Id)))
            {
                diagnostics.Add(OrganisationDiagnostics.Repeated(member.UserName));
            }

            if (isMain && !_withMain.Add(member.Id))
            {
                diagnostics.Add(OrganisationDiagnostics.MainTwice(member.UserName));
            }

            var membership = new Membership(member.Id, department.Id, role, texts[3].Length == 0 ? null : texts[3], isMain);
            organisation.Check(membership, diagnostics);
            Memberships.Add(membership);
        }

        private static DepartmentRole ReadRole(string text, DiagnosticBag diagnostics)
        {
            if (text.Length > 0 && !Roles.Values.Any(word => Is(word, text)))
            {
                diagnostics.Add(OrganisationDiagnostics.RoleUnreadable(text));
            }

            return Roles.FirstOrDefault(role => Is(role.Value, text)).Key;
        }

        private static bool ReadMain(string text, DiagnosticBag diagnostics)
        {
            if (text.Length > 0 && !Is(Yes, text) && !Is(No, text))
            {
                diagnostics.Add(OrganisationDiagnostics.MainUnreadable(text));
            }

            return Is(Yes, text);
        }
    }
}
