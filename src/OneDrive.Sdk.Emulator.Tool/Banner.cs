namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>What a person needs to know to use the emulator, ready to be copied.</summary>
internal static class Banner
{
    public static async Task WriteAsync(OneDriveEmulator emulator, TextWriter output)
    {
        var endpoint = emulator.Endpoint.AbsoluteUri;
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

            Make something go wrong, and see what was asked:

              curl {{endpoint}}_emulator/faults -d '{"kind":"Throttle","operation":"UploadFragment","retryAfterSeconds":2,"times":3}'
              curl {{endpoint}}_emulator/traffic
            """).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }
}
