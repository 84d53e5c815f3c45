namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary>What scripts are for, and what is said of honest mistakes.</summary>
public sealed class ScriptTests(ScriptWorkers workers) : IClassFixture<ScriptWorkers>
{
    [Theory]
    [InlineData("return input.lines.map(function (line) { return line.price * line.quantity; });", "{\"lines\":[{\"price\":2,\"quantity\":3},{\"price\":1.5,\"quantity\":2}]}", "[6,3]")]
    [InlineData("return { 名称: input.名称 + '！', 长: input.名称.length };", "{\"名称\":\"超市𠮷\"}", "{\"名称\":\"超市𠮷！\",\"长\":4}")]
    [InlineData("// nothing but a comment", "null", "null")]
    [InlineData("return input; // and one at the end", "{\"__proto__\":{\"x\":1},\"n\":null}", "{\"__proto__\":{\"x\":1},\"n\":null}")]
    [InlineData("return [undefined, function () {}, NaN, 1e21, -0.5];", "null", "[null,null,null,1e+21,-0.5]")]
    [InlineData("return 'a-b-c'.split('-').concat([1], 2).join('+').replace(/[a-c]/g, function (m) { return m.toUpperCase(); });", "null", "\"A+B+C+1+2\"")]
    [InlineData("try { null.x; } catch (e) { return e instanceof TypeError; }", "null", "true")]
    [InlineData("var d = new Date(2024, 0, 31, 8); return [d.toISOString(), d.getHours()];", "null", "[\"2024-01-31T00:00:00.000Z\",8]")]
    public async Task Script_Honest_GivesItsResult(string source, string input, string expected)
        => Assert.Equal(expected, await workers.EvaluateAsync(source, input));

    [Theory]
    [InlineData("var x = 1;\n\nvar y = (;\n", "script.syntax", "3:10")]
    [InlineData("var f = x => 1;", "script.syntax", "1:12")]
    [InlineData("\n  throw new Error('bad');", "script.thrown", "2:3")]
    [InlineData("throw { code: 1 };", "script.thrown", "1:15")]
    [InlineData("return nothing + 1;", "script.thrown", "1:1")]
    [InlineData("var a = '(((';\nreturn " + "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1", "script.too-deep", "2:72")]
    public async Task Script_WithAMistake_IsToldWhere(string source, string code, string place)
    {
        var mistake = Assert.Single((await workers.RunAsync(source)).Diagnostics);
        Assert.Equal((code, place), (mistake.Code, mistake.Path));
    }

    [Fact]
    public async Task Log_Texts_ComeBackAlsoFromAScriptThatFails()
    {
        var result = await workers.RunAsync("log('total', 3, { a: [1] }); throw new Error('bad');");
        Assert.Equal(["total 3 {\"a\":[1]}"], result.Log);
        Assert.Equal("脚本出错：Error: bad。请在此处检查数据，或用 try … catch 处理。", Assert.Single(result.Diagnostics).Message.Chinese);
    }

    [Fact]
    public async Task Log_TooMuch_IsCut()
    {
        var result = await workers.RunAsync("var text = new Array(2000).join('x'); for (var i = 0; i < 500; i++) { log(text); } return 1;");
        Assert.Equal("1", result.OutputJson);
        Assert.Equal(201, result.Log.Count);
        Assert.All(result.Log, line => Assert.True(line.Length <= 1001));
    }
}
