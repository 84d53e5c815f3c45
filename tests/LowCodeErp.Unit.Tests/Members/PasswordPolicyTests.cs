using LowCodeErp.Runtime.Members;

namespace LowCodeErp.Unit.Tests.Members;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("correct horse battery", null)]
    [InlineData("一二三四五六七八九十", null)]
    [InlineData("short", "member.password-too-short")]
    [InlineData("", "member.password-too-short")]
    [InlineData("my WANG.FANG password", "member.password-holds-user-name")]
    [InlineData("Password123", "member.password-common")]
    [InlineData("1234567890", "member.password-common")]
    [InlineData("woaini1314", "member.password-common")]
    public void Password_OfAMember_IsLongAndNotGuessedFirst(string password, string? refusal)
        => Assert.Equal(refusal, new PasswordPolicy(new()).Check("wang.fang", password).SingleOrDefault()?.Code);

    [Fact]
    public void Password_WithAVeryShortUserName_MayHoldIt()
        => Assert.Empty(new PasswordPolicy(new()).Check("li", "brilliant lilies"));

    [Theory]
    [InlineData(14, 14)]
    [InlineData(1, PasswordPolicy.LeastMinimumLength)]
    public void MinimumLength_OfTheOperator_CountsUnlessItLeavesAccountsOpen(int wanted, int minimum)
    {
        var policy = new PasswordPolicy(new() { MinimumLength = wanted });

        Assert.Equal("member.password-too-short", Assert.Single(policy.Check(null, new string('字', minimum - 1))).Code);
        Assert.Empty(policy.Check(null, "xk7 qv2m zr".PadRight(minimum, '字')[..minimum]));
    }

    [Fact]
    public void Password_ThatNeverEnds_IsRefused()
        => Assert.Equal("member.password-too-long", Assert.Single(new PasswordPolicy(new()).Check(null, new string('字', PasswordPolicy.MaximumLength + 1))).Code);
}
