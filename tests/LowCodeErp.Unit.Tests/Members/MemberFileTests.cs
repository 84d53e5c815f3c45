using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Members;

namespace LowCodeErp.Unit.Tests.Members;

public sealed class MemberFileTests
{
    [Theory]
    [InlineData("用户名,姓名,邮箱\nwang.fang,王芳,wang@example.com\n李四,,\n")]
    [InlineData("E-mail,User Name,Display name\nwang@example.com, wang.fang ,王芳\n,李四,\n")]
    public void File_WithNamedColumns_IsReadWhateverTheirOrder(string text)
    {
        var diagnostics = new DiagnosticBag();

        var entries = Read(text, diagnostics);

        Assert.Empty(diagnostics.Items);
        Assert.Equal(
            [("wang.fang", "王芳", "wang@example.com", "members.csv:2"), ("李四", "李四", "", "members.csv:3")],
            entries.Select(entry => (entry.UserName, entry.DisplayName, entry.Email, entry.Place)));
        Assert.DoesNotContain(entries, entry => entry.IsAdministrator);
    }

    [Fact]
    public void Rows_WithMistakes_AreNamedEach()
    {
        var diagnostics = new DiagnosticBag();

        Read("用户名,姓名,邮箱\nzhang,张三,nowhere\n,无名,\nZhang,另一个张三,\nok,好,ok@example.com\n", diagnostics);

        Assert.Equal(
            [("member.email", "members.csv:2"), ("member.user-name", "members.csv:3"), ("member.user-name-repeated", "members.csv:4")],
            diagnostics.Items.Select(problem => (problem.Code, problem.Path)));
    }

    [Theory]
    [InlineData("姓名,邮箱\n王芳,\n", "member.no-column")]
    [InlineData("用户名\n", "member.no-rows")]
    public void File_WithoutMembers_IsRefusedInWords(string text, string code)
    {
        var diagnostics = new DiagnosticBag();

        Read(text, diagnostics);

        Assert.Equal(code, Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void File_WithTooManyRows_IsRefused()
    {
        var diagnostics = new DiagnosticBag();
        var rows = string.Concat(Enumerable.Range(0, MemberFile.MostRows + 1).Select(number => $"member-{number}\n"));

        Read("用户名\n" + rows, diagnostics);

        Assert.Equal("member.too-many-rows", Assert.Single(diagnostics.Items).Code);
    }

    [Theory]
    [InlineData("a@b", true)]
    [InlineData("", true)]
    [InlineData("王芳@公司.中国", true)]
    [InlineData("a b@c.cn", false)]
    [InlineData("Wang <wang@example.com>", false)]
    [InlineData("@example.com", false)]
    public void Email_OfAMember_IsAnAddressOrBlank(string email, bool isRight)
        => Assert.Equal(isRight, !new MemberEntry("u", "n", email, false).Check().Any());

    private static IReadOnlyList<MemberEntry> Read(string text, DiagnosticBag diagnostics)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return MemberFile.Read(stream, "members.csv", diagnostics);
    }
}
