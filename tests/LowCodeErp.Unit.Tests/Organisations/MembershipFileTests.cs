using System.Globalization;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Unit.Tests.Organisations;

public sealed class MembershipFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Import_OfAFile_AssignsWhatItNamesAndKeepsTheRest()
    {
        var before = Company().Assign([new(1, 2, DepartmentRole.Head, "总监", IsMain: true), new(2, 1, IsMain: true)], new())!;

        var (after, problems) = Import(before, "登录名,部门,角色,职位,主部门\nli,总公司/销售部,副负责人,经理,是\nLI,FIN,,,\n");

        Assert.Empty(problems);
        Assert.Equal(
            [new(1, 2, DepartmentRole.Head, "总监", IsMain: true), new(2, 1), new(2, 2, DepartmentRole.Deputy, "经理", IsMain: true), new(2, 3)],
            after!.Memberships.OrderBy(membership => (membership.MemberId, membership.DepartmentId)));
    }

    [Fact]
    public void Import_WithWhatIsWrong_TellsEveryRowAndAssignsNothing()
    {
        var (after, problems) = Import(
            Company(),
            $"user name,department,role,position,main\nnobody,FIN,,,\nli,Sales,boss,,perhaps\nli,FIN,head,{new string('x', 101)},yes\nwang,FIN,,,\nwang,总公司/财务部,,,\nli,销售部,,,yes\n");

        Assert.Null(after);
        Assert.Equal(
            [
                "file.csv:2 organisation.member-unknown", "file.csv:3 department.unknown", "file.csv:3 organisation.role", "file.csv:3 organisation.main",
                "file.csv:4 organisation.position", "file.csv:6 organisation.repeated", "file.csv:7 organisation.main-twice",
            ],
            problems);
    }

    [Fact]
    public void Import_WithoutTheColumns_NamesThem()
    {
        var (after, problems) = Import(Company(), "姓名,角色\n李雷,成员\n");

        Assert.Null(after);
        Assert.Equal(["file.csv organisation.no-column", "file.csv organisation.no-column"], problems);
    }

    /// <summary>In either language and format; a position that a spreadsheet would take for a formula too.</summary>
    [Theory]
    [InlineData("zh-CN", ".csv")]
    [InlineData("en", ".csv")]
    [InlineData("zh-CN", ".xlsx")]
    [InlineData("en", ".xlsx")]
    public async Task Export_ImportedAgain_GivesTheSame(string culture, string extension)
    {
        var organisation = Company().Assign(
            [new(1, 1, DepartmentRole.Head, "=总经理", IsMain: true), new(1, 3), new(2, 2, DepartmentRole.Deputy, "经理, 华东"), new(2, 3, DepartmentRole.Member, null, IsMain: true)], new())!;

        using var output = new MemoryStream();
        await using (ISheetWriter writer = extension == ".csv" ? new CsvSheetWriter(output) : new XlsxSheetWriter(output, "部门成员"))
        {
            Assert.Equal(4, await MembershipFile.ExportAsync(organisation, writer, CultureInfo.GetCultureInfo(culture), Cancellation));
        }

        output.Position = 0;
        var diagnostics = new DiagnosticBag();
        var read = MembershipFile.Import(Company(), output, "file" + extension, diagnostics);
        Assert.Empty(diagnostics.Items);
        Assert.Equal(organisation.Memberships.ToHashSet(), read!.Memberships.ToHashSet());
    }

    private static (Organisation? Organisation, IEnumerable<string> Problems) Import(Organisation organisation, string csv)
    {
        var diagnostics = new DiagnosticBag();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var read = MembershipFile.Import(organisation, stream, "file.csv", diagnostics);
        return (read, diagnostics.Items.Select(item => $"{item.Path} {item.Code}"));
    }

    private static Organisation Company() => new(
        "",
        new([new Department(1, null, "总公司", null, 1, true), new(2, 1, "销售部", null, 1, true), new(3, 1, "财务部", "FIN", 2, true)]),
        [new(1, "wang", "王总", true), new(2, "li", "李雷", true)],
        [],
        [],
        []);
}
