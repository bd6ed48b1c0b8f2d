using System.Globalization;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>What a person needs to know to use the emulator, ready to be copied.</summary>
internal static class Banner
{
    public static async Task WriteAsync(OneDriveEmulator emulator, string? data, TextWriter output)
    {
        var endpoint = emulator.Endpoint.AbsoluteUri;
        foreach (var note in emulator.DataNotes)
        {
            await output.WriteLineAsync($"Note: {note}").ConfigureAwait(false);
        }

        await output.WriteLineAsync(
            $$"""
            OneDrive emulator is listening on {{endpoint}}   (Ctrl+C stops it)

              Graph           {{endpoint}}v1.0/
              Token endpoint  {{endpoint}}{{emulator.TenantId}}/oauth2/v2.0/token
              Tenant id       {{emulator.TenantId}}
              Client id       {{OneDriveEmulator.DefaultClientId}}
              Client secret   {{OneDriveEmulator.DefaultClientSecret}}
              Scope           {{endpoint}}.default
              User            {{emulator.DefaultUser.UserPrincipalName}}   drive {{emulator.DefaultUser.Drive.Id}}
              Group           {{emulator.DefaultGroup.Mail}}   id {{emulator.DefaultGroup.Id}}
              Data            {{data ?? "none: everything is gone when the emulator stops (--data FOLDER keeps it)"}}

            For a C# application: services.AddOneDrive(…).UseEmulator(new Uri("{{endpoint}}")). For the samples:

              export ONEDRIVE_EMULATOR={{endpoint}}
              export ONEDRIVE_TENANT_ID={{emulator.TenantId}}
              export ONEDRIVE_CLIENT_ID={{OneDriveEmulator.DefaultClientId}}
              export ONEDRIVE_CLIENT_SECRET={{OneDriveEmulator.DefaultClientSecret}}
              export ONEDRIVE_DRIVE=/users/{{emulator.DefaultUser.UserPrincipalName}}

            See what is going on in a browser, make something go wrong, move the clock, and see what was asked:

              {{endpoint}}_emulator
              curl {{endpoint}}_emulator/faults -d '{"kind":"Throttle","operation":"UploadFragment","retryAfterSeconds":2,"times":3}'
              curl {{endpoint}}_emulator/quirks -d '{"profile":"nasty-day"}'
              curl {{endpoint}}_emulator/clock -d '{"advanceSeconds":3600}'
              curl {{endpoint}}_emulator/traffic
            """).ConfigureAwait(false);
        if (emulator.HttpsCertificate is { } certificate)
        {
            var file = Path.Combine(
                data ?? Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"onedrive-emulator-{emulator.Endpoint.Port}.crt"));
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + Environment.NewLine).ConfigureAwait(false);
            await output.WriteLineAsync(
                $"""

                The certificate is in {file}. Trust it for one program, or for this machine:

                  curl --cacert {file} {endpoint}_emulator/health
                  export SSL_CERT_FILE={file}                                       (.NET and OpenSSL on Linux, instead of all others)
                  export NODE_EXTRA_CA_CERTS={file}                                 (Node.js)
                  sudo cp {file} /usr/local/share/ca-certificates/ && sudo update-ca-certificates          (Debian, Ubuntu)
                  sudo security add-trusted-cert -d -k /Library/Keychains/System.keychain {file}           (macOS)
                  certutil -user -addstore Root {file}                                                     (Windows)
                """).ConfigureAwait(false);
        }

        await output.FlushAsync().ConfigureAwait(false);
    }
}
