namespace LowCodeErp.Commands.Tests.Formulas;

/// <summary><c>formula</c> with a text: values, records, forms, explanations and mistakes.</summary>
public sealed class FormulaCommandTests(OrdersWorkspace orders) : IClassFixture<OrdersWorkspace>
{
    private const string Order =
        """{"数量": 3, "单价": 2.50, "已付": true, "名称": "笔", "日期": "2024-01-31", "时间": "2024-01-31T08:30", "客户": {"id": 7, "等级": "A"}, "明细": [{"金额": 20}, {"金额": 15.5, "备注": "急"}], "标签": ["急", "大"], "空": null}""";

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("-5 + 3", "-2")]
    [InlineData("=\"a\" & 1.50", "a1.5")]
    [InlineData("#2024-01-31# + 1 > #2024-01-31#", "TRUE")]
    [InlineData("EDATE(#2024-01-31#, 1)", "2024-02-29")]
    [InlineData("SORT({3, 1, 2})", "{1, 2, 3}")]
    [InlineData("[数量] * [单价]", "7.5")]
    [InlineData("IF([已付], [名称], \"\")", "笔")]
    [InlineData("ADDDAY([日期], 1)", "2024-02-01")]
    [InlineData("HOUR([时间])", "8")]
    [InlineData("[客户.等级]", "A")]
    [InlineData("[客户]", "7")]
    [InlineData("SUM([明细.金额])", "35.5")]
    [InlineData("COUNTIF([明细], [备注] = \"急\")", "1")]
    [InlineData("CONTAINS([标签], \"大\")", "TRUE")]
    [InlineData("ISBLANK([空])", "TRUE")]
    public async Task Record_OfNoForm_GivesTheFieldsByItsMembers(string formula, string expected)
    {
        var result = (await orders.RunAsync(null, formula, "--record", Order)).MustSucceed();
        Assert.Equal(expected, result.Output.TrimEnd());
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData(null, "空", "警告: 计算没有结果（例如除以 0、文本不是数字），结果为空。可用 IFERROR 指定出错时的值。")]
    [InlineData("en", "blank", "warning: The calculation failed (a division by zero, a text that is no number …), so the result is blank. Use IFERROR to say what it should be then.")]
    public async Task Formula_FailsAtRunTime_IsBlankWithANote(string? language, string value, string note)
    {
        var result = (await orders.RunAsync(language, "1 / 0")).MustSucceed();
        Assert.Equal(value, result.Output.TrimEnd());
        Assert.Equal([note], result.ErrorLines);
    }

    [Fact]
    public async Task Form_RecordByKeysAndLabels_FollowsReferencesAndLines()
    {
        const string record =
            """{"customer": {"客户ID": "C1"}, "订单日期": "2024-01-31", "line": [{"amount": 20, "product": {"code": "P1"}}, {"amount": 15}]}""";
        var result = (await orders.RunAsync(
            null, "[客户ID.code] & \":\" & SUM([line.amount]) & \":\" & [order-date]", "--form", "order", "--record", record)).MustSucceed();
        Assert.Equal("C1:35:2024-01-31", result.Output.TrimEnd());
    }

    [Theory]
    [InlineData(null, "[数量] * 2 = 3 * 2 = 6", "ISBLANK([空]) = 为空(空) = 真")]
    [InlineData("en", "[数量] * 2 = 3 * 2 = 6", "ISBLANK([空]) = ISBLANK(blank) = TRUE")]
    public async Task Explain_EachStep_IsToldInWords(string? language, string product, string test)
    {
        var result = (await orders.RunAsync(language, "IF(ISBLANK([空]), [数量] * 2, 0)", "--record", Order, "--explain")).MustSucceed();
        var lines = result.Output.Split('\n');
        Assert.Equal("6", lines[0]);
        Assert.Contains("  " + product, lines);
        Assert.Contains("  " + test, lines);
        Assert.Contains("    [数量] = 3", lines);
    }

    /// <summary>Chinese characters take two columns of a console.</summary>
    [Theory]
    [InlineData(null, "+ 只能相加数字，连接文本请用 &。", "没有函数“没有”，请从函数列表中选择。")]
    [InlineData("en", "+ adds numbers only; use & to join texts.", "There is no function '没有'; choose one from the list of functions.")]
    public async Task Formula_WrongTwice_HasBothPlacesMarked(string? language, string first, string second)
    {
        var result = (await orders.RunAsync(language, """ "全角" & ([名称] + 1) & 没有(2)""", "--record", Order)).MustRefuse(1);
        Assert.Empty(result.Output);
        Assert.Equal(
            [
                first,
                """   "全角" & ([名称] + 1) & 没有(2)""",
                """             ^^^^^^^^^^""",
                second,
                """   "全角" & ([名称] + 1) & 没有(2)""",
                """                           ^^^^""",
            ],
            result.ErrorLines);
    }

    [Theory]
    [InlineData("en", "{\"amont\": 2, \"city\": 3}", "amont: The form has no such field; there are order-key, order-no, customer, order-date, ship-date, ship-mode, city, province, region, returned, line.", "city: This should be a text in quotes.")]
    [InlineData(null, "{\"line\": [{\"amount\": \"x\"}, 3]}", "line[1].amount: 这里应是数字（最多 28 位）。", "line[2]: 这里应是一条数据，写成 {\"数量\": 3} 的样子。")]
    public async Task Record_WrongForItsForm_IsToldByMember(string? language, string record, string first, string second)
        => Assert.Equal([first, second], (await orders.RunAsync(language, "1", "--form", "order", "--record", record)).MustRefuse(2).ErrorLines);

    [Theory]
    [InlineData("[nothing]", "--form", "order", 1)]
    [InlineData("1", "--form", "nowhere", 1)]
    [InlineData("1", "--record", "{quantity: 1}", 2)]
    [InlineData("1", "--record", "[1]", 2)]
    [InlineData("1", "--record", "{\"a\": [\"\\ud800\"]}", 2)]
    [InlineData("[a]", "--record", "{\"a\": [1, \"x\"]}", 2)]
    [InlineData("1", "--cases", "cases.json", 2)]
    public async Task Command_WrongInput_IsRefusedWithItsExitCode(string formula, string option, string value, int exitCode)
        => Assert.Empty((await orders.RunAsync(null, formula, option, value)).MustRefuse(exitCode).Output);

    [Theory]
    [InlineData("sqlite", "lc_compare(\"l\".\"n0\", @Value) > 0")]
    [InlineData("postgresql", "l.n0 > @Value")]
    [InlineData("sqlserver", "[l].[n0] > @Value")]
    public async Task Sql_OfARecord_ReadsItsMembersAsColumns(string provider, string comparison)
    {
        var result = (await orders.RunAsync(null, "[数量] > 7", "--record", """{"数量": 3}""", "--sql", provider)).MustSucceed();

        Assert.Contains(comparison, result.Output, StringComparison.Ordinal);
        Assert.Contains("-- @Value = 7", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONTAINS({1, 2}, 3)", "SELECT 0")]
    [InlineData("MROUND(12%, -3)", "SELECT NULL")]
    public async Task Sql_OfWhatIsTheSameForEveryRecord_IsItsValue(string formula, string select)
        => Assert.StartsWith($"{select}\n", (await orders.RunAsync(null, formula, "--sql", "sqlite")).MustSucceed().Output, StringComparison.Ordinal);

    [Fact]
    public async Task Sql_OfAMemoryOnlyFunction_IsRefusedByName()
        => Assert.StartsWith(
            "TEXT ", (await orders.RunAsync(null, "TEXT([数量], \"0\")", "--record", """{"数量": 3}""", "--sql", "sqlite")).MustRefuse(1).ErrorLines[0], StringComparison.Ordinal);
}
