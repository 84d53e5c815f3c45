namespace LowCodeErp.Runtime.Inference;

/// <summary>What the name of a column says of its values, where the values alone may mean several things.</summary>
internal sealed class HeaderWords(string name)
{
    private static readonly string[] _codes = ["编码", "编号", "代码", "单号", "货号", "账号", "卡号", "工号", "学号", "证号", "邮编", "code", "sku", "number", "no.", "postcode", "zip"];
    private static readonly string[] _phones = ["电话", "手机", "联系方式", "传真", "phone", "mobile", "tel", "fax"];
    private static readonly string[] _amounts = ["金额", "单价", "价格", "总价", "成本", "费用", "货款", "应收", "实收", "销售额", "工资", "余额", "amount", "price", "cost", "total", "sales"];
    private static readonly string[] _rates = ["率", "占比", "比例", "百分比", "折扣", "rate", "percent", "discount", "%"];
    private static readonly string[] _dates = ["日期", "时间", "date", "time"];
    private static readonly string[] _titles = ["名称", "姓名", "标题", "主题", "品名", "name", "title"];

    private readonly string _name = name.ToLowerInvariant();

    public bool SayCode => Say(_codes) || _name.EndsWith("id", StringComparison.Ordinal) || _name is "no" or "key";

    public bool SayPhone => Say(_phones);

    public bool SayAmount => Say(_amounts);

    public bool SayRate => Say(_rates);

    public bool SayDate => Say(_dates);

    public bool SayTitle => Say(_titles);

    private bool Say(string[] words) => Array.Exists(words, word => _name.Contains(word, StringComparison.Ordinal));
}
