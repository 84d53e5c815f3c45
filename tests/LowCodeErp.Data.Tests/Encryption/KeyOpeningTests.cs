using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.TestDatabases;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tests.Encryption;

public sealed class KeyOpeningTests
{
    private static readonly SealedPlace Place = new("contact", "phone", 7);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Open_ByManyNodesAtOnce_GivesAllTheSameKey(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        var nodes = Enumerable.Range(0, 4).Select(_ => database.ConnectAnotherNode()).ToList();

        var problems = await Task.WhenAll(nodes.Select(node => Task.Run(() => database.OpenKeysAsync(node), Cancellation)));

        Assert.All(problems, Assert.Null);
        var sealedText = nodes[0].Keys.Seal(Place, "13812345678");
        Assert.All(nodes, node => Assert.Equal("13812345678", node.Keys.Open(Place, sealedText)));
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        Assert.Equal((1, 1), (await context.DataKeys.CountAsync(Cancellation), await context.ProtectionKeys.CountAsync(Cancellation)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Open_WithACertificate_NeedsItEverAfter(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateWithPlatformAsync(provider);
        using var certificate = NewCertificate();
        using var other = NewCertificate();
        Assert.Null(await database.OpenKeysAsync(certificate: certificate));
        var sealedText = database.Connections.Keys.Seal(Place, "13812345678");
        var (known, unknown, without) = (database.ConnectAnotherNode(), database.ConnectAnotherNode(), database.ConnectAnotherNode());

        Assert.Equal("encryption.key-lost", (await database.OpenKeysAsync(unknown, other))?.Code);
        Assert.Equal("encryption.key-lost", (await database.OpenKeysAsync(without))?.Code);
        Assert.Null(await database.OpenKeysAsync(known, certificate));

        Assert.Null(unknown.Keys.Open(Place, sealedText));
        Assert.Equal("13812345678", known.Keys.Open(Place, sealedText));
        await using var context = new PlatformContextFactory(database.Connections).CreateDbContext();
        Assert.Contains(await context.ProtectionKeys.Select(key => key.Xml).ToListAsync(Cancellation), xml => xml.Contains("EncryptedKey", StringComparison.Ordinal));
    }

    [Fact]
    public void Certificate_ThatIsNone_IsNotRead()
        => Assert.Null(KeyProtection.ReadCertificate(Path.Combine(Path.GetTempPath(), "no-such.pfx"), "secret"));

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=lowcode-erp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-1));
    }
}
