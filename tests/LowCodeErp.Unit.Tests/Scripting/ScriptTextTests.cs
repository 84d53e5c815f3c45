using LowCodeErp.Runtime.Scripting;

namespace LowCodeErp.Unit.Tests.Scripting;

public sealed class ScriptTextTests
{
    [Theory]
    [InlineData("a = a + b;\n", 500)]
    [InlineData("a = a + b\n", 500)]
    [InlineData("i++\nj--\n", 500)]
    [InlineData("f(a, -1, [2], { k: !x });", 500)]
    [InlineData("case 1: case 2: ", 500)]
    [InlineData("// ((((( \n", 500)]
    [InlineData("/* ((((( */", 500)]
    [InlineData("s = '((((('; ", 500)]
    [InlineData("s = \"\\\"(((((\"; ", 500)]
    [InlineData("s = 'unfinished (((((\n", 500)]
    [InlineData("s.replace(/[/(((]\\/(/g, '');", 500)]
    [InlineData("if (x) /\"((((/.test(y);", 500)]
    [InlineData("return /(((/;", 500)]
    [InlineData("x = (a) / b; y = '/'; ", 500)]
    [InlineData("var total = x.a.b.c.d; ", 500)]
    public void Script_LongButFlat_IsAccepted(string statement, int count) => Assert.Empty(ScriptText.Check(Repeat(statement, count)));

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("f(")]
    [InlineData("!")]
    [InlineData("- ")]
    [InlineData("typeof ")]
    [InlineData("1+")]
    [InlineData("1 +\n")]
    [InlineData("1+/* */")]
    [InlineData("(1)+")]
    [InlineData("a&&")]
    [InlineData("a=")]
    [InlineData("a?b:")]
    [InlineData("'a'+")]
    [InlineData("/a/+")]
    [InlineData("(a)/")]
    [InlineData("x[")]
    public void Script_NestedTooDeep_IsRefusedAtItsPlace(string part)
    {
        Assert.Empty(ScriptText.Check("return " + Repeat(part, ScriptText.MaximumDepth)));

        var mistake = Assert.Single(ScriptText.Check("\nreturn " + Repeat(part, 2_000)));

        Assert.Equal("script.too-deep", mistake.Code);
        Assert.Matches(@"^\d+:\d+$", mistake.Path);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("字")]
    public void Script_LongerThanTheLimitInBytes_IsRefused(string character)
    {
        var most = ScriptText.MaximumBytes / System.Text.Encoding.UTF8.GetByteCount(character);
        Assert.Empty(ScriptText.Check(Repeat(character, most)));
        Assert.Equal("script.too-long", Assert.Single(ScriptText.Check(Repeat(character, most + 1))).Code);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("'\\")]
    [InlineData("/")]
    [InlineData("/\\")]
    [InlineData("/[")]
    [InlineData("/*")]
    [InlineData("//")]
    [InlineData(")")]
    [InlineData("}")]
    [InlineData("\\")]
    [InlineData("\ud800")]
    public void Script_ThatEndsTooEarly_IsLeftToTheParser(string source) => Assert.Empty(ScriptText.Check(source));

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
