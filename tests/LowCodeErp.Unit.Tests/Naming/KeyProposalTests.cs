using FsCheck;
using FsCheck.Fluent;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Unit.Tests.Naming;

public sealed class KeyProposalTests
{
    private static readonly string[] Labels =
        ["客户名称", "客户", "Customer", "客户编号（ERP）", "3月销量", "", "?!", "ＡＢＣ　客户", "Ünïted Nations", "银行账号", "率", "\ud840\udc00", "\ud800", "field", "-", "é", "2", "a-2"];

    /// <summary>Labels as people write them, as machines write them, and as nobody does.</summary>
    private static readonly Arbitrary<string> AnyLabel = Gen.OneOf(
        Gen.Elements(Labels),
        Gen.Choose(0x4e00, 0x9fff).Select(code => (char)code).ArrayOf().Select(characters => new string(characters)),
        Gen.Choose(0, 0xffff).Select(code => (char)code).ArrayOf().Select(characters => new string(characters)),
        Gen.Elements("abcXYZ019 -_%客户".ToCharArray()).ArrayOf(90).Select(characters => new string(characters))).ToArbitrary();

    [Theory]
    [InlineData("客户名称", "ke-hu-ming-cheng")]
    [InlineData("Customer name", "customer-name")]
    [InlineData("客户ID", "ke-hu-id")]
    [InlineData("ERP编号（旧）", "erp-bian-hao-jiu")]
    [InlineData("ＶＩＰ　客户", "vip-ke-hu")]
    [InlineData("開戶證號", "kai-hu-zheng-hao")]
    [InlineData("Café Zürich", "cafe-zurich")]
    [InlineData("paid_amount", "paid-amount")]
    [InlineData("  -- 金额 --  ", "jin-e")]
    [InlineData("绿色", "lv-se")]
    public void Propose_LabelInAnyScript_IsItsWords(string label, string expected) => Assert.Equal(expected, KeyProposal.Propose(label, [], "field"));

    [Theory]
    [InlineData("会计科目", "kuai-ji-ke-mu")]
    [InlineData("开户银行", "kai-hu-yin-hang")]
    [InlineData("行政区划", "xing-zheng-qu-hua")]
    [InlineData("行业", "hang-ye")]
    [InlineData("重复率", "chong-fu-lv")]
    [InlineData("重点", "zhong-dian")]
    [InlineData("厦门增长", "xia-men-zeng-zhang")]
    public void Propose_CharacterOfSeveralSounds_SoundsAsInItsWordOrAsItMostlyDoes(string label, string expected)
        => Assert.Equal(expected, KeyProposal.Propose(label, [], "field"));

    [Theory]
    [InlineData("客户名称", "ke-hu-ming-cheng-3", "ke-hu-ming-cheng", "ke-hu-ming-cheng-2")]
    [InlineData("3月销量", "field-3-yue-xiao-liang")]
    [InlineData("？", "field-1")]
    [InlineData("", "field-3", "a", "b")]
    [InlineData("\ud800", "field-4", "field-3", "b")]
    public void Propose_TakenOrUnwritable_IsNumbered(string label, string expected, params string[] existing)
        => Assert.Equal(expected, KeyProposal.Propose(label, existing, "field"));

    [Fact]
    public void Propose_LongLabel_EndsWithAWholeWord()
    {
        var key = KeyProposal.Propose("这是一个非常非常长的字段名称用来说明合同的全部付款条件以及例外", [], "field");

        Assert.Equal("zhe-shi-yi-ge-fei-chang-fei-chang-chang-de-zi-duan", key);
        Assert.Equal("zhe-shi-yi-ge-fei-chang-fei-chang-chang-de-zi-du-2", KeyProposal.Propose("这是一个非常非常长的字段名称用来说明合同的全部付款条件以及例外", [key], "field"));
    }

    [Fact]
    public void Propose_AnyLabelBesideAnyKeys_IsValidAndUnused()
        => Prop.ForAll(AnyLabel, Gen.ListOf(AnyLabel.Generator, 12).ToArbitrary(), (label, others) =>
        {
            var keys = new List<string>();
            foreach (var other in others.Concat([label, label]))
            {
                var key = KeyProposal.Propose(other, keys, "field");
                if (!Key.IsValid(key) || keys.Contains(key))
                {
                    return false;
                }

                keys.Add(key);
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pinyin_OfEveryCommonCharacter_IsKnown()
    {
        var unknown = Enumerable.Range(0x4e00, 0x9fa5 - 0x4e00).Select(code => ((char)code).ToString())
            .Where(character => Pinyin.Read(character).Single() is not { IsChinese: true, Text.Length: > 0 and <= 6 }).ToList();

        // Characters for Japanese words and old measures, which have no sound of one syllable in Chinese.
        Assert.InRange(unknown.Count, 0, 100);
    }
}
