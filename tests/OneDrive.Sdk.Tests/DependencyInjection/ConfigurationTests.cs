using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.DependencyInjection;

public sealed class ConfigurationTests
{
    [Fact]
    public void EveryKey_IsBoundFromJson()
    {
        var options = Client("""
            "Cloud": "UsGovernmentL5",
            "GroupOrUserId": "/groups/sales@contoso.com",
            "ApplicationName": "NONISV|Contoso|Backup/1.0",
            "ExtraHeaders": "X-One:AAA||X-Two: B:B",
            "AllowNonIndexedQueries": true,
            "BlockPrivateNetworks": true,
            "MaxConcurrentRequests": 4,
            "Retry": {
              "Mode": "Any",
              "StatusCodeList": "429|503|423",
              "MaxRetryAttempts": 9,
              "UseExponentialBackoff": false,
              "BaseDelay": "00:00:02",
              "MaxDelay": "00:00:40",
              "MaxRetryAfter": "00:10:00",
              "AttemptTimeout": "00:01:30"
            },
            "Transfers": {
              "SingleRequestLimit": 1000000,
              "FragmentSize": 3276800,
              "VerifyContentHash": false,
              "ParallelRanges": 2,
              "ParallelThreshold": 5000000,
              "RangeSize": 1000000,
              "MaxBytesPerSecond": 250000
            }
            """);

        Assert.Same(OneDriveCloud.UsGovernmentL5, options.Cloud);
        Assert.Equal(DriveAddress.Group("sales@contoso.com"), options.DefaultDrive);
        Assert.Equal("NONISV|Contoso|Backup/1.0", options.ApplicationName);
        Assert.True(options.AllowNonIndexedQueries);
        Assert.True(options.BlockPrivateNetworks);
        Assert.Equal(4, options.MaxConcurrentRequests);
        Assert.Equal(RetryMode.Any, options.Retry.Mode);
        Assert.Equal(9, options.Retry.MaxRetryAttempts);
        Assert.False(options.Retry.UseExponentialBackoff);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(40), options.Retry.MaxDelay);
        Assert.Equal(TimeSpan.FromMinutes(10), options.Retry.MaxRetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(90), options.Retry.AttemptTimeout);
        Assert.Equal(1_000_000, options.Transfers.SingleRequestLimit);
        Assert.Equal(3_276_800, options.Transfers.FragmentSize);
        Assert.False(options.Transfers.VerifyContentHash);
        Assert.Equal(
            (2, 5_000_000, 1_000_000),
            (options.Transfers.ParallelRanges, options.Transfers.ParallelThreshold, options.Transfers.RangeSize));
        Assert.Equal(250_000, options.Transfers.MaxBytesPerSecond);

        var settings = ClientSettings.From(options, options.Cloud);
        Assert.Equal([423, 429, 503], settings.Retry.StatusCodes.Order());
        Assert.Equal(
            ["X-One=AAA", "X-Two=B:B", "Prefer=HonorNonIndexedQueriesWarningMayFailRandomly"],
            settings.DefaultHeaders.Select(header => $"{header.Key}={header.Value}"));
    }

    [Fact]
    public void ADriveId_SaysMoreThanAGroupOrUser() =>
        Assert.Equal(DriveAddress.ById("b!x"), Client("""  "GroupOrUserId": "/users/adele", "DriveId": "b!x"  """).DefaultDrive);

    [Fact]
    public void AnEmptySection_LeavesTheDefaults()
    {
        var options = Client("");

        Assert.Same(OneDriveCloud.Global, options.Cloud);
        Assert.Null(options.DefaultDrive);
        Assert.Equal(5, options.Retry.MaxRetryAttempts);
    }

    [Theory]
    [InlineData(""" "Clowd": "Global" """, "OneDrive:Clowd")]
    [InlineData(""" "Retry": { "MaxRetries": 3 } """, "OneDrive:Retry:MaxRetries")]
    [InlineData(""" "Transfers": { "ChunkSize": 3 } """, "OneDrive:Transfers:ChunkSize")]
    [InlineData(""" "Cloud": "Mars" """, "Mars")]
    [InlineData(""" "GroupOrUserId": "adele" """, "OneDrive:GroupOrUserId")]
    [InlineData(""" "Retry": { "StatusCodeList": "429,503" } """, "Retry.StatusCodeList")]
    [InlineData(""" "Retry": { "MaxRetryAttempts": "five" } """, "OneDrive:Retry:MaxRetryAttempts")]
    [InlineData(""" "Retry": { "Mode": "Sometimes" } """, "OneDrive:Retry:Mode")]
    [InlineData(""" "ExtraHeaders": "nonsense" """, "ExtraHeaders")]
    [InlineData(""" "ExtraHeaders": "Authorization: Bearer x" """, "Authorization")]
    [InlineData(""" "Transfers": { "FragmentSize": 327681 } """, "Transfers.FragmentSize")]
    [InlineData(""" "Transfers": { "ParallelRanges": 17 } """, "Transfers.ParallelRanges")]
    [InlineData(""" "Transfers": { "ParallelRanges": 0 } """, "Transfers.ParallelRanges")]
    [InlineData(""" "Transfers": { "ParallelThreshold": -1 } """, "Transfers.ParallelThreshold")]
    [InlineData(""" "Transfers": { "RangeSize": 65535 } """, "Transfers.RangeSize")]
    [InlineData(""" "Transfers": { "MaxBytesPerSecond": 1023 } """, "Transfers.MaxBytesPerSecond")]
    public void WhatCannotWork_FailsAtTheStartAndNamesTheSetting(string json, string named)
    {
        using var provider = Services(json).BuildServiceProvider();

        var exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AClientSecretSection_AddsThatSignIn()
    {
        using var provider = Services("""
            "ClientSecret": {
              "TenantId": "contoso.example", "ClientId": "app", "ClientSecret": "s", "AllowCommonForAppOnly": true, "MaxRetryAfter": "00:01:00",
              "ClientSecretExpiresOn": "2027-01-31T00:00:00Z", "ExpiryWarning": "14.00:00:00"
            }
            """).BuildServiceProvider();

        Assert.IsType<ClientSecretTokenProvider>(provider.GetRequiredKeyedService<IAccessTokenProvider>(""));
        var options = provider.GetRequiredService<IOptionsMonitor<ClientSecretOptions>>().Get("");
        Assert.Equal(
            ("contoso.example", "app", "s", true, TimeSpan.FromMinutes(1)),
            (options.TenantId, options.ClientId, options.ClientSecret, options.AllowCommonForAppOnly, options.MaxRetryAfter));
        Assert.Equal(new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero), options.ClientSecretExpiresOn);
        Assert.Equal(TimeSpan.FromDays(14), options.ExpiryWarning);
    }

    [Fact]
    public void AClientCertificateSection_AddsThatSignIn()
    {
        using var provider = Services("""
            "ClientCertificate": {
              "TokenUrl": "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token", "ClientId": "app",
              "PfxPath": "app.pfx", "Password": "p", "SigningAlgorithm": "RS256", "UseBuiltInSigner": true, "SendCertificateChain": true,
              "AssertionLifetime": "00:02:00"
            }
            """).BuildServiceProvider();

        Assert.IsType<ClientCertificateTokenProvider>(provider.GetRequiredKeyedService<IAccessTokenProvider>(""));
        var options = provider.GetRequiredService<IOptionsMonitor<ClientCertificateOptions>>().Get("");
        Assert.Equal(
            ("app.pfx", "p", ClientAssertionAlgorithm.RS256, true, true, TimeSpan.FromMinutes(2)),
            (
                options.PfxPath,
                options.Password,
                options.SigningAlgorithm,
                options.UseBuiltInSigner,
                options.SendCertificateChain,
                options.AssertionLifetime));
    }

    [Fact]
    public void OtherCertificateSources_AreBoundToo()
    {
        using var provider = Services("""
            "ClientCertificate": {
              "TenantId": "contoso.example", "ClientId": "app",
              "PemPath": "a.pem", "PemKeyPath": "b.pem", "StoreLocation": "CurrentUser", "Thumbprint": "AB", "Subject": "CN=x"
            }
            """).BuildServiceProvider();

        // Several sources at once are refused; each of them was read.
        var exception = Assert.Throws<OptionsValidationException>(
            () => provider.GetRequiredService<IOptionsMonitor<ClientCertificateOptions>>().Get(""));
        Assert.Contains("PemPath", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Thumbprint", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Subject", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAuthorizationCodeSection_AddsThatSignIn()
    {
        using var provider = Services("""
            "AuthorizationCode": {
              "Issuer": "https://login.microsoftonline.com/contoso.example/v2.0", "ClientId": "app",
              "ClientCertificate": { "PemPath": "a.pem" }, "RedirectUri": "https://app.example/login/oauth2/code/oidc",
              "Scopes": "openid profile", "AdditionalScopes": "https://graph.microsoft.com/Files.ReadWrite offline_access",
              "ResponseMode": "FormPost", "EnableContinuousAccessEvaluation": false, "ContinueWhenNotSaved": true,
              "SessionLifetime": "00:05:00", "MaxRetryAfter": "00:01:00", "UserKey": "me"
            }
            """).BuildServiceProvider();

        Assert.Same(
            provider.GetRequiredService<AuthorizationCodeFlow>(), provider.GetRequiredKeyedService<AuthorizationCodeFlow>(""));
        Assert.NotNull(provider.GetRequiredService<IOneDriveClient>());
        var options = provider.GetRequiredService<IOptionsMonitor<AuthorizationCodeOptions>>().Get("");
        Assert.Equal(["openid", "profile"], options.Scopes);
        Assert.Equal(["https://graph.microsoft.com/Files.ReadWrite", "offline_access"], options.AdditionalScopes);
        Assert.Equal(
            ("https://login.microsoftonline.com/contoso.example/v2.0", "app", "a.pem", "https://app.example/login/oauth2/code/oidc"),
            (options.Issuer, options.ClientId, options.ClientCertificate!.PemPath, options.RedirectUri!.OriginalString));
        Assert.Equal(
            (AuthorizationResponseMode.FormPost, false, true, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1), "me"),
            (
                options.ResponseMode,
                options.EnableContinuousAccessEvaluation,
                options.ContinueWhenNotSaved,
                options.SessionLifetime,
                options.MaxRetryAfter,
                options.UserKey));
    }

    [Theory]
    [InlineData("\"ClientId\": \"app\"", "RedirectUri is not set")]
    [InlineData("\"ClientId\": \"app\", \"Scope\": \"x\"", "AuthorizationCode:Scope' is not known")]
    [InlineData("\"ClientId\": \"app\", \"ClientCertificate\": {\"Pem\": \"x\"}", "Pem' is not known")]
    public void AnAuthorizationCodeSection_ThatCannotWork_FailsWhenItIsRead(string settings, string problem)
    {
        using var provider = Services($"\"AuthorizationCode\": {{ {settings} }}").BuildServiceProvider();

        var failure = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IOptionsMonitor<AuthorizationCodeOptions>>().Get(""));

        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TokenStores_AreTheOnesThatWereAdded()
    {
        var services = new ServiceCollection();
        services.AddOneDrive().AddTokenStore<InMemoryTokenStore>().AddAuthorizationSessionStore<InMemoryAuthorizationSessionStore>();
        services.AddOneDrive("files", _ => { }).AddEncryptedFileTokenStore("anywhere");
        using var provider = services.BuildServiceProvider();

        Assert.IsType<InMemoryTokenStore>(provider.GetRequiredKeyedService<ITokenStore>(""));
        Assert.IsType<InMemoryAuthorizationSessionStore>(provider.GetRequiredKeyedService<IAuthorizationSessionStore>(""));
        Assert.IsType<EncryptedFileTokenStore>(provider.GetRequiredKeyedService<ITokenStore>("files"));
    }

    [Fact]
    public void TwoSignInSections_AreRefused()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Services("""
            "ClientSecret": { "ClientId": "a" }, "ClientCertificate": { "ClientId": "a" }
            """));

        Assert.Contains("OneDrive:ClientCertificate", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWordsOfOtherConnectors_AreBound()
    {
        var options = Client("""
            "GroupOrUserId": "/users/adele@contoso.com",
            "RetryMode": "RetryAny",
            "RetryStatusCodeList": "429|503|423",
            "RetryCountMax": "5",
            "RetryMultiplyWaitTime": "False",
            "SearchOptionForNonIndexedFields": "HonorNonIndexedQueriesWarningMayFailRandomly",
            "ExtraHeaders": "MyHeader1:AAA||MyHeader2:BBB"
            """);

        Assert.Equal(DriveAddress.User("adele@contoso.com"), options.DefaultDrive);
        Assert.Equal((RetryMode.Any, "429|503|423"), (options.Retry.Mode, options.Retry.StatusCodeList));
        Assert.Equal((5, false), (options.Retry.MaxRetryAttempts, options.Retry.UseExponentialBackoff));
        Assert.True(options.AllowNonIndexedQueries);
    }

    [Theory]
    [InlineData("\"RetryMode\": \"RetryWhenStatusCodeMatch\"", RetryMode.WhenStatusCodeMatches)]
    [InlineData("\"RetryMode\": \"none\"", RetryMode.None)]
    [InlineData("\"Retry\": { \"Mode\": \"RetryAny\" }", RetryMode.Any)]
    [InlineData("\"RetryMode\": \"\"", RetryMode.WhenStatusCodeMatches)]
    public void RetryMode_HasBothNames(string json, RetryMode mode) => Assert.Equal(mode, Client(json).Retry.Mode);

    [Theory]
    [InlineData("\"RetryMode\": \"Sometimes\"", "OneDrive:RetryMode", "None, RetryAny, RetryWhenStatusCodeMatch")]
    [InlineData("\"Retry\": { \"Mode\": \"2\" }", "OneDrive:Retry:Mode", "None, RetryAny, RetryWhenStatusCodeMatch")]
    [InlineData("\"RetryMultiplyWaitTime\": \"yes\"", "OneDrive:RetryMultiplyWaitTime", "true, false")]
    [InlineData("\"SearchOptionForNonIndexedFields\": \"All\"", "OneDrive:SearchOption", "HonorNonIndexedQueriesWarningMayFailRandomly")]
    [InlineData("\"RetryMode\": \"None\", \"Retry\": { \"Mode\": \"Any\" }", "OneDrive:RetryMode", "OneDrive:Retry:Mode")]
    public void AnUnknownValue_IsAnsweredWithTheAllowedOnes(string json, string setting, string allowed)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Client(json));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("24:00")]
    [InlineData("24:00:00")]
    [InlineData("30s")]
    [InlineData("PT30S")]
    public void ADuration_IsNeverDaysByAccident(string text)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Client($$"""
            "Retry": { "BaseDelay": "{{text}}" }
            """));

        Assert.Contains("OneDrive:Retry:BaseDelay", exception.Message, StringComparison.Ordinal);
        Assert.Contains("00:00:05", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Retry", typeof(OneDriveRetryOptions))]
    [InlineData("Transfers", typeof(OneDriveTransferOptions))]
    [InlineData("ClientSecret", typeof(ClientSecretOptions))]
    [InlineData("ClientCertificate", typeof(ClientCertificateOptions))]
    [InlineData("AuthorizationCode", typeof(AuthorizationCodeOptions))]
    [InlineData("DeviceCode", typeof(DeviceCodeOptions))]
    [InlineData("OnBehalfOf", typeof(OnBehalfOfOptions))]
    [InlineData("AadV1", typeof(AadV1Options))]
    public void EveryDurationAndSwitch_IsReadAndChecked(string section, Type options)
    {
        var settings = options.GetProperties()
            .Where(property => property.SetMethod?.IsPublic == true && property.PropertyType is var type
                && (type == typeof(TimeSpan) || type == typeof(bool) || type == typeof(DateTimeOffset?)))
            .Select(property => property.Name);

        Assert.All(settings, setting =>
        {
            using var provider = Services($$"""
                "{{section}}": { "{{setting}}": "5x" }
                """).BuildServiceProvider();
            var type = section is "Retry" or "Transfers" ? typeof(OneDriveOptions) : options;
            var exception = Assert.Throws<InvalidOperationException>(() => Get(provider, type));
            Assert.Contains($"OneDrive:{section}:{setting}' is '5x'. Allowed: ", exception.Message, StringComparison.Ordinal);
        });
    }

    private static object Get(ServiceProvider provider, Type options)
    {
        dynamic monitor = provider.GetRequiredService(typeof(IOptionsMonitor<>).MakeGenericType(options));
        return monitor.Get("");
    }

    private static OneDriveOptions Client(string json)
    {
        using var provider = Services(json).BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().Get("");
    }

    private static ServiceCollection Services(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "OneDrive": { {{json}} } }"""));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var services = new ServiceCollection();
        services.AddOneDrive(configuration.GetSection("OneDrive"));
        return services;
    }
}
