using System.Security.Cryptography;
using LowCodeErp.Data.Encryption;

namespace LowCodeErp.Data.Tests.Encryption;

public sealed class ValueCipherTests
{
    private static readonly SealedPlace Place = new("contact", "phone", 7);

    private readonly ValueCipher _cipher = new(1, RandomNumberGenerator.GetBytes(ValueCipher.KeyLength));

    [Theory]
    [InlineData("13812345678")]
    [InlineData("张三，合同：特殊 💎\n第二行")]
    [InlineData("")]
    public void Seal_AndOpen_GiveTheText(string text)
    {
        var sealedText = _cipher.Seal(Place, text);

        Assert.Equal(text, _cipher.Open(Place, sealedText));
        Assert.NotEqual(sealedText, _cipher.Seal(Place, text));
        Assert.StartsWith("enc1:1:", sealedText, StringComparison.Ordinal);
        Assert.True(text.Length == 0 || !sealedText.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_AtAnotherPlace_WithAnotherKey_OrChanged_IsNull()
    {
        var sealedText = _cipher.Seal(Place, "13812345678");

        Assert.Null(_cipher.Open(Place with { Record = 8 }, sealedText));
        Assert.Null(_cipher.Open(Place with { Field = "mobile" }, sealedText));
        Assert.Null(_cipher.Open(Place with { Form = "supplier" }, sealedText));
        Assert.Null(new ValueCipher(1, RandomNumberGenerator.GetBytes(ValueCipher.KeyLength)).Open(Place, sealedText));
        Assert.Null(_cipher.Open(Place, "enc1:2:" + sealedText["enc1:1:".Length..]));
        Assert.Null(_cipher.Open(Place, "13812345678"));
    }

    /// <summary>Whatever single character is another one, nothing is read, and nothing crashes.</summary>
    [Fact]
    public void Open_AnyCharacterChanged_IsNull()
    {
        var sealedText = _cipher.Seal(Place, "secret");

        for (var index = 0; index < sealedText.Length; index++)
        {
            var changed = sealedText.ToCharArray();
            changed[index] = changed[index] == 'x' ? 'y' : 'x';
            Assert.Null(_cipher.Open(Place, new string(changed)));
            Assert.Null(_cipher.Open(Place, sealedText[..index]));
        }
    }

    [Fact]
    public void Index_IsOfAFieldAndItsText()
    {
        var index = _cipher.Index("contact", "phone", "1");

        Assert.Equal(index, _cipher.Index("contact", "phone", "1"));
        Assert.Equal(64, index.Length);
        Assert.DoesNotContain(index, new[] { _cipher.Index("contact", "phone", "2"), _cipher.Index("contact", "mobile", "1"), _cipher.Index("supplier", "phone", "1") });
        Assert.NotEqual(index, new ValueCipher(1, RandomNumberGenerator.GetBytes(ValueCipher.KeyLength)).Index("contact", "phone", "1"));
    }
}
