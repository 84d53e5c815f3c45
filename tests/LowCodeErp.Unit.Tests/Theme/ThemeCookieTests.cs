using LowCodeErp.UI.Theme;

namespace LowCodeErp.Unit.Tests.Theme;

public sealed class ThemeCookieTests
{
    [Theory]
    [InlineData(ThemeChoice.Auto)]
    [InlineData(ThemeChoice.Light)]
    [InlineData(ThemeChoice.Dark)]
    public void Read_WhatWasWritten_IsTheSame(ThemeChoice choice) => Assert.Equal(choice, ThemeCookie.Read(ThemeCookie.Write(choice)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"><script>")]
    public void Read_AnythingElse_FollowsTheDevice(string? cookie) => Assert.Equal(ThemeChoice.Auto, ThemeCookie.Read(cookie));
}
