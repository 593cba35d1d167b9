/** Legal forms that end a company's name, in the countries whose texts we read. */
export const LEGAL_FORM =
  /^(?:Inc|Inc\.|Incorporated|Corp|Corp\.|Corporation|LLC|L\.L\.C\.|LLP|LP|Ltd|Ltd\.|Limited|PLC|plc|Plc|Co|Co\.|Company|GmbH|mbH|AG|KG|KGaA|OHG|UG|e\.V\.|eG|SE|SA|S\.A\.|SAS|SARL|S\.à\.r\.l\.|S\.p\.A\.|SpA|SRL|S\.r\.l\.|S\.L\.|SL|S\.L\.U\.|Lda|Ltda|B\.V\.|BV|N\.V\.|NV|AB|A\/S|ApS|AS|ASA|Oy|Oyj|Kft\.?|Zrt\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|OOO|Pty|Pte|KK|Bhd|Group|Holdings|Holding|Partners|Associates|Industries|Enterprises|Ventures|Technologies|Solutions|Consulting|Brothers|Bros|Sons)$/

/** Nouns that say what a body is, first or last in its name. */
export const BODY_LAST =
  /^(?:Bank|University|College|Institute|Hospital|Clinic|Foundation|Insurance|Airlines|Airways|Motors|Pharmaceuticals|Pharma|Laboratories|Labs|Logistics|Museum|Council|Ministry|Agency|Authority|Church|Academy|Bancorp|Versicherung|Versicherungen|Sparkasse|Volksbank|Klinikum|Universität|Hochschule|Stiftung|Université|Universidad|Università)$/
export const BODY_FIRST =
  /^(?:University|Bank|Ministry|Department|Institute|Universität|Université|Universidad|Università|Banco|Banca|Banque|Stadtwerke|Hôpital|Hospital|Museum)$/

/** Companies so well known that their name alone says so; kept to names that are nothing else. */
export const KNOWN_COMPANIES: ReadonlySet<string> = new Set(
  "Accenture|Airbus|Aldi|Alibaba|Allianz|Ameritrade|AstraZeneca|AT&T|Barclays|BASF|Bayer|BMW|BNP Paribas|Boeing|Bosch|Bridgestone|Capgemini|Carrefour|Caterpillar|Chevron|Cisco|Citigroup|Coca-Cola|Commerzbank|Credit Suisse|Daimler|Deloitte|Deutsche Bank|Deutsche Telekom|DHL|Eli Lilly|Equinor|Ericsson|ExxonMobil|FedEx|General Electric|General Motors|GlaxoSmithKline|Goldman Sachs|H&M|Heineken|Hewlett-Packard|Honda|HSBC|Huawei|Hyundai|IBM|IKEA|Infosys|ING|JPMorgan|JPMorgan Chase|Johnson & Johnson|KPMG|Lenovo|Lidl|Lufthansa|Maersk|Marks & Spencer|McDonald's|McKinsey|Mercedes-Benz|Merck|Mitsubishi|Morgan Stanley|Munich Re|NASA|Nestlé|Nissan|Nokia|Novartis|Nvidia|Panasonic|PepsiCo|Petrobras|Pfizer|Philips|Porsche|PricewaterhouseCoopers|PwC|Qualcomm|Renault|Roche|Rolls-Royce|Ryanair|Samsung|Sanofi|Santander Bank|Shell plc|Siemens|Sony|Starbucks|Swiss Re|Telefónica|Tesco|Tesla|ThyssenKrupp|Toshiba|Toyota|UBS|Unilever|UPS|Verizon|Vodafone|Volkswagen|Volvo|Walmart|Wells Fargo|Wipro".split(
    '|',
  ),
)
