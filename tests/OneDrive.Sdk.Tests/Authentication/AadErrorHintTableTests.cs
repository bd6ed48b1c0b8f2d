using System.Globalization;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>
/// Every documented number has a remedy, and the one that helps. See
/// https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
/// </summary>
public sealed class AadErrorHintTableTests
{
    private static readonly SignInContext Context = new(
        "client-1", TenantAuthority.TryCreate("contoso.com", null, OneDriveCloud.Global, out _)!, "Sign-in");

    [Theory]
    [InlineData("16000 90072", "Sign in with another account")]
    [InlineData("28002 28003", "scopes of one resource")]
    [InlineData("28000 70011 700022", "do not combine .default with named scopes")]
    [InlineData("1002012", "{resource}/.default only")]
    [InlineData("700023", "scope does not name a resource")]
    [InlineData("50001 500011", "Check the tenant and the cloud")]
    [InlineData("50011", "this exact redirect URI")]
    [InlineData("50012", "certificate AB12")]
    [InlineData("50013 500133", "Ask the caller for a new token")]
    [InlineData("500131", "issued for another application")]
    [InlineData("50020", "account of this tenant")]
    [InlineData("500208", "common or consumers")]
    [InlineData("500014", "enable its service principal")]
    [InlineData("500021 500022", "administrator of the network")]
    [InlineData("500201 90027", "v2.0 endpoint")]
    [InlineData("5000224 5000225", "blocked because of inactivity")]
    [InlineData("50033 50087 90006 90012 90024 90033 90055 90090 70012", "Try again later")]
    [InlineData("50034", "user does not exist")]
    [InlineData("50049", "Select the cloud of the tenant")]
    [InlineData("50053", "locked")]
    [InlineData("50055 50144", "password expired")]
    [InlineData("50057", "disabled")]
    [InlineData("50058 700020", "interactive sign-in")]
    [InlineData("50059 50128 90019", "id or domain of the tenant instead of common")]
    [InlineData("50072 50079", "register for multifactor authentication")]
    [InlineData("50074 50076 50078", "pass the claims of the error")]
    [InlineData("50085 50089", "Sign in again")]
    [InlineData("50097 50129 50155 53000 53001", "compliant devices")]
    [InlineData("50105", "Users and groups")]
    [InlineData("50126", "password is incorrect")]
    [InlineData("50131 53003 530032 530035", "Conditional Access")]
    [InlineData("50132 50133 50173", "revoked")]
    [InlineData("50135 53004 53011", "risk")]
    [InlineData("50146", "signing key")]
    [InlineData("50147 501491", "code_challenge")]
    [InlineData("501481", "another sign-in")]
    [InlineData("50194", "not multi-tenant")]
    [InlineData("50196", "too often")]
    [InlineData("50199", "confirm the sign-in")]
    [InlineData("53002", "approve")]
    [InlineData("54005", "do not reload")]
    [InlineData("65001", "adminconsent?client_id=client-1")]
    [InlineData("65004", "declined")]
    [InlineData("65005 650056", "Add the Microsoft Graph permissions")]
    [InlineData("650052", "subscription")]
    [InlineData("650054 650057", "Add the permissions of this API")]
    [InlineData("70000", "Sign in again")]
    [InlineData("70001 700011 700016", "Check ClientId, tenant and cloud")]
    [InlineData("70002 7000215", "not its Secret ID")]
    [InlineData("70003 70005 70007 700054", "this grant type")]
    [InlineData("700005", "Redeem it in the tenant that issued it")]
    [InlineData("70008 700082", "90 days")]
    [InlineData("700084", "24 hours")]
    [InlineData("70016", "not completed")]
    [InlineData("70018", "entered is not known")]
    [InlineData("70019", "not entered before it expired")]
    [InlineData("70043 70044", "new sign-in")]
    [InlineData("700021", "another application")]
    [InlineData("700024", "clock of this machine")]
    [InlineData("700025", "Allow public client flows")]
    [InlineData("700027", "public key of the certificate AB12")]
    [InlineData("700030", "subject name and issuer")]
    [InlineData("7000112", "is disabled")]
    [InlineData("7000114", "on behalf of users")]
    [InlineData("7000218", "Configure one")]
    [InlineData("7000222", "Create a new client secret")]
    [InlineData("7000229", "service principal in this tenant")]
    [InlineData("90002 900023", "tenant does not exist")]
    [InlineData("90008", "User.Read")]
    [InlineData("90013 90014 900144 9002313 90100 90023", "no proxy rewrites it")]
    [InlineData("9001023 90124 90130", "under common or consumers")]
    [InlineData("9002332", "does not accept personal accounts")]
    [InlineData("9002331 9002346", "personal accounts only")]
    [InlineData("9002325 9002326 9002327", "Single-page application")]
    [InlineData("90038 900382 900432 900439", "another cloud than Global")]
    [InlineData("90056 900561", "not a token endpoint")]
    [InlineData("90094 90095 90099", "administrator must grant consent")]
    [InlineData("900971", "Register a redirect URI")]
    [InlineData("901002", "v1 endpoint")]
    public void For_EachNumberOfTheRow_GivesTheRemedy(string numbers, string expected)
    {
        foreach (var number in numbers.Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture)))
        {
            var hint = AadErrorHints.For([number], description: null, Context, "AB12");
            Assert.True(
                hint?.Contains(expected, StringComparison.OrdinalIgnoreCase), $"AADSTS{number} says: {hint ?? "nothing"}");
        }
    }
}
