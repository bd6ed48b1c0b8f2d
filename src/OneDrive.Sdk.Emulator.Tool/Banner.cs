using System.Globalization;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>The banner: settings of the emulator, ready to be copied.</summary>
internal static class Banner
{
    public static async Task WriteAsync(OneDriveEmulator emulator, BannerSettings settings, TextWriter output)
    {
        foreach (var note in emulator.DataNotes)
        {
            await output.WriteLineAsync($"Note: {note}").ConfigureAwait(false);
        }

        await output.WriteLineAsync(Addresses(emulator, settings)).ConfigureAwait(false);
        await output.WriteLineAsync(ClientSettings.Write(emulator)).ConfigureAwait(false);
        if (emulator.HttpsCertificate is { } certificate)
        {
            var file = Path.Combine(
                settings.Data ?? Path.GetTempPath(),
                string.Create(CultureInfo.InvariantCulture, $"onedrive-emulator-{emulator.Endpoint.Port}.crt"));
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + Environment.NewLine).ConfigureAwait(false);
            await output.WriteLineAsync(Trust(file, emulator.Endpoint.AbsoluteUri)).ConfigureAwait(false);
        }

        await output.FlushAsync().ConfigureAwait(false);
    }

    private static string Addresses(OneDriveEmulator emulator, BannerSettings settings)
    {
        var endpoint = emulator.Endpoint.AbsoluteUri;
        var tenant = $"{endpoint}{emulator.TenantId}";
        var registered = string.Join(' ', emulator.DefaultApplication.RedirectUris.Select(uri => uri.OriginalString));
        return $$"""
            OneDrive emulator is listening on {{endpoint}}   (Ctrl+C stops it)

              Graph           {{endpoint}}v1.0/
              Token endpoint  {{tenant}}/oauth2/v2.0/token
              Tenant id       {{emulator.TenantId}}
              Client id       {{OneDriveEmulator.DefaultClientId}}
              Client secret   {{OneDriveEmulator.DefaultClientSecret}}
              Scope           {{endpoint}}.default
              Redirect URIs   {{registered}}{{(settings.IsStrict ? string.Empty : "   (and any http://localhost or http://127.0.0.1 address)")}}
              User            {{emulator.DefaultUser.UserPrincipalName}}   drive {{emulator.DefaultUser.Drive.Id}}
              Password        {{new EmulatorOptions().UserPassword}}   (of every user, for grant_type=password)
              Group           {{emulator.DefaultGroup.Mail}}   id {{emulator.DefaultGroup.Id}}
              Data            {{settings.Data ?? "none: all data is lost when the emulator stops (use --data FOLDER to keep it)"}}

            User sign-in without a password: the sign-in page shows the users.

              Sign-in page    {{tenant}}/oauth2/v2.0/authorize
              Device code     {{tenant}}/oauth2/v2.0/devicecode   typed at {{endpoint}}devicelogin
              OpenID          {{tenant}}/v2.0/.well-known/openid-configuration
              Version 1       {{tenant}}/oauth2/authorize and {{tenant}}/oauth2/token
              Discovery       {{endpoint}}discovery/v2.0/me/services   resource {{endpoint}}discovery
              SharePoint      {{emulator.SharePointEndpoint}}   resource {{emulator.SharePointEndpoint.GetLeftPart(UriPartial.Authority)}}/

            Open the console in a browser, inject faults, enable quirks, move the clock, and read the traffic:

              {{endpoint}}_emulator
              curl {{endpoint}}_emulator/faults -d '{"kind":"Throttle","operation":"UploadFragment","retryAfterSeconds":2,"times":3}'
              curl {{endpoint}}_emulator/quirks -d '{"profile":"nasty-day"}'
              curl {{endpoint}}_emulator/clock -d '{"advanceSeconds":3600}'
              curl {{endpoint}}_emulator/traffic

            """;
    }

    private static string Trust(string file, string endpoint) => $"""

        The certificate is in {file}. Trust it for one program, or for this machine:

          curl --cacert {file} {endpoint}_emulator/health
          export SSL_CERT_FILE={file}                                       (.NET, Go and OpenSSL on Linux, replaces all other roots)
          export NODE_EXTRA_CA_CERTS={file}                                 (Node.js)
          export REQUESTS_CA_BUNDLE={file}                                  (Python)
          sudo cp {file} /usr/local/share/ca-certificates/ && sudo update-ca-certificates          (Debian, Ubuntu)
          sudo security add-trusted-cert -d -k /Library/Keychains/System.keychain {file}           (macOS)
          certutil -user -addstore Root {file}                                                     (Windows)
        """;
}
