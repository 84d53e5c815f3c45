using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LowCodeErp.Data.Encryption;

/// <summary>ASP.NET's data protection, with its keys in the workspace's database; the same for the server and for every command.</summary>
public static class KeyProtection
{
    /// <summary>What is protected by one program can be read by all of this product.</summary>
    private const string ApplicationName = "LowCodeErp";

    /// <param name="certificate">Without which the ring cannot be read; null to keep it as it is, readable for whoever has the database.</param>
    public static IServiceCollection AddKeyProtection(this IServiceCollection services, X509Certificate2? certificate = null)
    {
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName).DisableAutomaticKeyGeneration();
        if (certificate is not null)
        {
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }

        return services
            .AddSingleton<KeyRing>()
            .AddSingleton<KeyOpening>()
            .AddSingleton<KeyRenewal>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider
                => new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<KeyRing>()));
    }

    /// <summary>Null for a file that is none, or has another password.</summary>
    public static X509Certificate2? ReadCertificate(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // The caller names the setting.
            return null;
        }
    }
}
