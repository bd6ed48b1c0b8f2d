namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>Settings of clients that others wrote, ready to be copied.</summary>
internal static class ClientSettings
{
    public static string Write(OneDriveEmulator emulator)
    {
        var endpoint = emulator.Endpoint.AbsoluteUri;
        var (tenant, user) = (emulator.TenantId, emulator.DefaultUser);
        var (id, secret) = (OneDriveEmulator.DefaultClientId, OneDriveEmulator.DefaultClientSecret);
        return $$"""
            OneDrive.Sdk: services.AddOneDrive(…).UseEmulator(new Uri("{{endpoint}}")); its samples:

              export ONEDRIVE_EMULATOR={{endpoint}}
              export ONEDRIVE_TENANT_ID={{tenant}}
              export ONEDRIVE_CLIENT_ID={{id}}
              export ONEDRIVE_CLIENT_SECRET={{secret}}
              export ONEDRIVE_DRIVE=/users/{{user.UserPrincipalName}}

            curl:

              TOKEN=$(curl -s {{endpoint}}{{tenant}}/oauth2/v2.0/token -d grant_type=client_credentials -d client_id={{id}} -d client_secret={{secret}} -d scope={{endpoint}}.default | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
              curl -H "Authorization: Bearer $TOKEN" {{endpoint}}v1.0/users/{{user.UserPrincipalName}}/drive/root/children
              curl -H "Authorization: Bearer $TOKEN" -T FILE {{endpoint}}v1.0/users/{{user.UserPrincipalName}}/drive/root:/FILE:/content

            Microsoft.Graph, with any token of the emulator:

              .NET        new GraphServiceClient(new HttpClient(), authentication, "{{endpoint}}v1.0")     allowed host {{emulator.Endpoint.Host}}, scope {{endpoint}}.default
              JavaScript  Client.init({ baseUrl: "{{endpoint}}", customHosts: new Set(["{{emulator.Endpoint.Host}}"]), authProvider })
            {{Msal(emulator)}}
            {{Rclone(emulator)}}
            """;
    }

    private static string Msal(OneDriveEmulator emulator)
    {
        var authority = $"https://localhost:{emulator.Endpoint.Port}";
        return $$"""

            MSAL and Azure.Identity {{(emulator.HttpsCertificate is null ? "(they sign in over https only: start the emulator with --https)" : "(trust the certificate, see below)")}}:

              authority   {{authority}}/{{emulator.TenantId}}   client id and secret as above, scope {{authority}}/.default
              .NET        .WithAuthority("{{authority}}/{{emulator.TenantId}}").WithInstanceDiscovery(false)
              Azure       new ClientSecretCredentialOptions { AuthorityHost = new Uri("{{authority}}"), DisableInstanceDiscovery = true }
              JavaScript  auth: { authority: "{{authority}}/{{emulator.TenantId}}", knownAuthorities: ["localhost:{{emulator.Endpoint.Port}}"] }
              Python      msal.ConfidentialClientApplication(…, authority="{{authority}}/{{emulator.TenantId}}", instance_discovery=False)
            """;
    }

    private static string Rclone(OneDriveEmulator emulator)
    {
        var type = emulator.DefaultUser.Drive.DriveType switch
        {
            EmulatorDriveType.Personal => "personal",
            EmulatorDriveType.DocumentLibrary => "documentLibrary",
            _ => "business",
        };
        return $$"""

            rclone, the onedrive client and others whose addresses are fixed: lead their names here, and trust the certificate.

              onedrive-emulator --https --port 443 --host-name graph.microsoft.com --host-name login.microsoftonline.com
              echo "127.0.0.1 graph.microsoft.com login.microsoftonline.com" | sudo tee -a /etc/hosts
              export SSL_CERT_FILE={{Path.Combine(Path.GetTempPath(), "onedrive-emulator-443.crt")}}
              rclone config create emulator onedrive client_id {{OneDriveEmulator.DefaultClientId}} client_secret {{OneDriveEmulator.DefaultClientSecret}} drive_id '{{emulator.DefaultUser.Drive.Id}}' drive_type {{type}}
            """;
    }
}
